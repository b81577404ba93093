import type { Context } from '../context.ts';
import { log } from '../log.ts';
import { sealAudit } from './seal-audit.ts';

const EVERY_MS = 1_000;

/** Seals the audit right behind what is written, the command line's entries too. */
export class AuditSealer {
	readonly #ctx: Context;
	#timer: NodeJS.Timeout | null = null;
	#sealing: Promise<void> = Promise.resolve();
	/** Told once: a database that is locked or full stays so for many seconds. */
	#isFailing = false;

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
				if (this.#isFailing) log.info('the audit is sealed again');
				this.#isFailing = false;
			} catch (error) {
				if (!this.#isFailing)
					log.error({ err: error }, 'sealing the audit fails; each second tries again until it is done');
				this.#isFailing = true;
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
