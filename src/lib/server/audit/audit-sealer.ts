import type { Context } from '../context.ts';
import { log } from '../log.ts';
import { sealAudit } from './seal-audit.ts';

const EVERY_MS = 1_000;

/** Seals the audit right behind what is written, the command line's entries too. */
export class AuditSealer {
	readonly #ctx: Context;
	#timer: NodeJS.Timeout | null = null;
	#sealing: Promise<void> = Promise.resolve();

	constructor(ctx: Context) {
		this.#ctx = ctx;
	}

	start(): void {
		this.#timer ??= setInterval(() => void this.seal(), EVERY_MS);
	}

	/** Resolves when everything written before the call is sealed, or that has failed and been logged. */
	seal(): Promise<void> {
		this.#sealing = this.#sealing.then(async () => {
			try {
				await sealAudit(this.#ctx);
			} catch (error) {
				log.error({ err: error }, 'sealing the audit failed; the next second tries again');
			}
		});
		return this.#sealing;
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		await this.seal();
	}
}
