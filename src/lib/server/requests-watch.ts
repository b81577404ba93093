import type { Context } from './context.ts';
import { absentToday } from './leave/index.ts';
import { log } from './log.ts';
import { endSwaps } from './swaps/index.ts';

const LOOK_EVERY_MS = 60_000;

/** Each minute: leave that has come becomes an absence, and offers whose time has passed end. */
export class RequestsWatch {
	readonly #ctx: Context;
	#timer: NodeJS.Timeout | null = null;
	#looking: Promise<void> | null = null;

	constructor(ctx: Context) {
		this.#ctx = ctx;
	}

	start(): void {
		this.#timer ??= setInterval(() => {
			this.#looking ??= this.#look().finally(() => (this.#looking = null));
		}, LOOK_EVERY_MS);
	}

	async #look(): Promise<void> {
		for (const look of [absentToday, endSwaps])
			try {
				await look(this.#ctx);
			} catch (error) {
				log.error(
					{ err: error, look: look.name },
					'looking after requests failed; the next minute tries again'
				);
			}
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		await this.#looking;
	}
}
