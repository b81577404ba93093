import type { ContactFold } from './contact-fold.ts';

/** Closed bot conversations of those that began within one span of time. */
export interface BotTally {
	resolved: number;
	escalated: number;
	left: number;
}

const MINUTE_MS = 60_000;

/** Bot conversations: those still going on, and the closed ones by minute of their beginning. */
export class BotTallies {
	readonly active = new Set<ContactFold>();
	readonly #minutes = new Map<number, BotTally>();

	/** Books a contact's conversation (sign 1) or takes it back (sign −1). */
	book(fold: ContactFold, sign: 1 | -1): void {
		if (!fold.bot) return;
		const { outcome, startedAt } = fold.bot;
		if (outcome === 'active') {
			this.active[sign === 1 ? 'add' : 'delete'](fold);
			return;
		}
		this.load(Math.floor(startedAt / MINUTE_MS), outcome, sign);
	}

	/** Counts so many that began in a minute and were closed like this. */
	load(minute: number, outcome: keyof BotTally, count: number): void {
		let tally = this.#minutes.get(minute);
		if (!tally) this.#minutes.set(minute, (tally = { resolved: 0, escalated: 0, left: 0 }));
		tally[outcome] += count;
	}

	/** The closed ones that began in [fromMs, toMs); both are taken at whole minutes. */
	sum(fromMs: number, toMs: number): BotTally {
		const [from, to] = [Math.floor(fromMs / MINUTE_MS), Math.ceil(toMs / MINUTE_MS)];
		const total = { resolved: 0, escalated: 0, left: 0 };
		for (const [minute, tally] of this.#minutes) {
			if (minute < from || minute >= to) continue;
			total.resolved += tally.resolved;
			total.escalated += tally.escalated;
			total.left += tally.left;
		}
		return total;
	}

	forgetBefore(ms: number): void {
		const limit = Math.floor(ms / MINUTE_MS);
		for (const minute of this.#minutes.keys()) if (minute < limit) this.#minutes.delete(minute);
	}
}
