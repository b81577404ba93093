import type { NeedRow, NeedsDelta, NeedsSnapshot } from '#lib/contracts/needs.ts';
import type { NeedRanking } from './need-list.ts';

/** Turns rankings into a snapshot and numbered deltas that hold only the rows that changed. */
export class NeedFeed {
	readonly #epoch: string;
	#seq = 0;
	#ranking: NeedRanking = { rows: [], needing: 0, open: 0 };
	#texts = new Map<string, string>();
	#order = '';
	#wallMs = 0;

	constructor(epoch: string) {
		this.#epoch = epoch;
	}

	/** What readers have to be told to hold this ranking; null when nothing. */
	advance(ranking: NeedRanking, wallMs: number): NeedsDelta | null {
		const { rows, needing, open } = ranking;
		const texts = new Map<string, string>();
		const changed: NeedRow[] = [];
		for (const row of rows) {
			const text = JSON.stringify(row);
			texts.set(row.id, text);
			if (this.#texts.get(row.id) !== text) changed.push(row);
		}
		const order = JSON.stringify([needing, open, ...texts.keys()]);
		const isSame = changed.length === 0 && order === this.#order;
		this.#ranking = ranking;
		this.#wallMs = wallMs;
		if (isSame) return null;
		this.#texts = texts;
		this.#order = order;
		return {
			seq: ++this.#seq,
			epoch: this.#epoch,
			wallMs,
			changed,
			order: [...texts.keys()],
			needing,
			open
		};
	}

	snapshot(): NeedsSnapshot {
		return { seq: this.#seq, epoch: this.#epoch, wallMs: this.#wallMs, ...this.#ranking };
	}
}
