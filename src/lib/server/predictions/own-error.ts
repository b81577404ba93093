import type { PredictionError } from '#lib/contracts/prediction.ts';

const AHEAD_MS = 30 * 60_000;
/** A forecast is kept to be judged this often, */
const EVERY_MS = 5 * 60_000;
/** counts for so long after it was judged, */
const KEPT_MS = 3 * 3_600_000;
/** and is dropped unjudged when its moment was missed by more than this (a clock that jumped). */
const TIMELY_MS = 2 * 60_000;
/** Fewer say nothing. */
const FEWEST = 3;

interface QueueRecord {
	open: { dueMs: number; level: number }[];
	judged: { atMs: number; error: number }[];
}

/** Holds each service level that was foreseen half an hour ahead against the one that came, in memory. */
export class OwnError {
	readonly #queues = new Map<string, QueueRecord>();

	/** What is foreseen now for half an hour ahead, and what the floor shows now; both in the queue's own time. */
	observe(queue: string, nowMs: number, foreseen: number | null, levelNow: number | null): void {
		let record = this.#queues.get(queue);
		if (!record) this.#queues.set(queue, (record = { open: [], judged: [] }));
		while (record.open[0] && record.open[0].dueMs <= nowMs) {
			const { dueMs, level } = record.open.shift()!;
			if (levelNow !== null && nowMs - dueMs <= TIMELY_MS)
				record.judged.push({ atMs: nowMs, error: Math.abs(level - levelNow) });
		}
		// A clock that was set back makes what was to be judged later meaningless.
		if (record.open.some(({ dueMs }) => dueMs > nowMs + AHEAD_MS)) record.open = [];
		record.judged = record.judged.filter(({ atMs }) => atMs > nowMs - KEPT_MS && atMs <= nowMs);
		const last = record.open.at(-1)?.dueMs ?? -Infinity;
		if (foreseen !== null && nowMs + AHEAD_MS - last >= EVERY_MS)
			record.open.push({ dueMs: nowMs + AHEAD_MS, level: foreseen });
	}

	/** Over the last three hours; null until there are a few. */
	of(queue: string): PredictionError | null {
		const judged = this.#queues.get(queue)?.judged ?? [];
		if (judged.length < FEWEST) return null;
		const sum = judged.reduce((total, { error }) => total + error, 0);
		return { meanAbsolute: Math.round((sum / judged.length) * 1000) / 1000, count: judged.length };
	}
}
