import { TZDate } from '@date-fns/tz';
import { SYSTEM, type Context } from '../context.ts';
import { log } from '../log.ts';
import { purge } from './purge.ts';
import { readRetention } from './read-retention.ts';

const LOOK_EVERY_MS = 60_000;
const [NIGHT_FROM_HOUR, NIGHT_TO_HOUR] = [3, 5];
const ONCE_PER_MS = 20 * 3_600_000;
/** A server that is never up at night does it whenever it is. */
const AT_LAST_MS = 48 * 3_600_000;

/** Whether it is time: at night by the centre's clock, once; or whenever it has not been for two days. */
export function isPurgeDue(nowMs: number, lastAt: number | null, timeZone: string): boolean {
	const since = nowMs - (lastAt ?? -Infinity);
	if (since < ONCE_PER_MS) return false;
	const hour = new TZDate(nowMs, timeZone).getHours();
	return (hour >= NIGHT_FROM_HOUR && hour < NIGHT_TO_HOUR) || (lastAt !== null && since >= AT_LAST_MS);
}

/** Purges each night what is kept no longer. */
export class PurgeWatch {
	readonly #ctx: Context;
	readonly #timeZone: () => string;
	readonly #abort = new AbortController();
	#timer: NodeJS.Timeout | null = null;
	#running: Promise<void> | null = null;

	constructor(ctx: Context, timeZone: () => string) {
		this.#ctx = ctx;
		this.#timeZone = timeZone;
	}

	start(): void {
		this.#timer ??= setInterval(() => {
			this.#running ??= this.#look().finally(() => (this.#running = null));
		}, LOOK_EVERY_MS);
	}

	async #look(): Promise<void> {
		try {
			const { retention, last } = await readRetention(this.#ctx);
			if (Object.values(retention).every((days) => days === null)) return;
			if (!isPurgeDue(this.#ctx.now(), last?.at ?? null, this.#timeZone())) return;
			const { rows } = await purge(this.#ctx, SYSTEM, { signal: this.#abort.signal });
			log.info({ rows }, 'purged what is kept no longer');
		} catch (error) {
			log.error({ err: error }, 'purging failed; the next minute tries again');
		}
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#abort.abort();
		await this.#running;
	}
}
