import type { Context } from '../context.ts';
import { log } from '../log.ts';
import type { Carriers } from './carriers.ts';
import { sendDue } from './send-due.ts';

const EVERY_MS = 2_000;

/** Carries out what is in line to be sent, one round at a time, until it is stopped. */
export class Courier {
	readonly #ctx: Context;
	readonly #carriers: Carriers;
	#timer: NodeJS.Timeout | null = null;
	#round: Promise<unknown> | null = null;

	constructor(ctx: Context, carriers: Carriers) {
		this.#ctx = ctx;
		this.#carriers = carriers;
	}

	start(): void {
		this.#timer ??= setInterval(() => this.#run(), EVERY_MS);
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		await this.#round;
	}

	#run(): void {
		this.#round ??= sendDue(this.#ctx, this.#carriers)
			.catch((error: unknown) => log.error({ err: error }, 'sending failed; the next round tries again'))
			.finally(() => (this.#round = null));
	}
}
