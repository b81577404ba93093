import { Worker } from 'node:worker_threads';
import { gapOf } from '#solver/rostering/index.ts';
import type { CentreSize } from '../../support/generated-centre.ts';

/** A text of the public benchmark, or a generated centre. */
export type Search = { instance: string } | { centre: CentreSize };

export interface ThreadWork {
	search: Search;
	seed: number;
	seconds: number;
	/** One flag, raised when all threads are to stop. */
	stop: SharedArrayBuffer;
}

export type ThreadWord<Result> =
	{ kind: 'progress'; objective: number; bound: number | null } | { kind: 'result'; result: Result };

export interface FoundTogether<Result> {
	/** Of the thread with the best roster. */
	result: Result;
	/** The greatest that a thread has proved. */
	bound: number | null;
	gap: number | null;
	/** Seconds until the gap was first within the goal; null: it never was. */
	metAfter: number | null;
	seconds: number;
}

export interface Terms {
	seconds: number;
	/** Of the first thread; each next one has the next number. */
	seed: number;
	threads: number;
	/** Greatest gap that is wanted. */
	gap: number;
	stopsWhenMet?: boolean;
}

/**
 * One search from several seeds, each in a thread of its own: the best roster counts, and the greatest bound, whoever has
 * found them. All stop as soon as the two meet.
 */
export async function sideBySide<Result extends { objective: number | null; lowerBound: number | null }>(
	search: Search,
	{ seconds, seed, threads, gap, stopsWhenMet = false }: Terms
): Promise<FoundTogether<Result>> {
	const startedAt = performance.now();
	const elapsed = () => (performance.now() - startedAt) / 1000;
	const stop = new SharedArrayBuffer(4);
	let objective = Infinity;
	let bound = -Infinity;
	let metAfter: number | null = null;
	const hear = (found: { objective: number | null; bound: number | null }): void => {
		objective = Math.min(objective, found.objective ?? Infinity);
		bound = Math.max(bound, found.bound ?? -Infinity);
		const share = Number.isFinite(objective) && Number.isFinite(bound) ? gapOf(objective, bound) : null;
		if (share === null) return;
		if (share <= gap) metAfter ??= elapsed();
		if (share <= 0 || (stopsWhenMet && metAfter !== null)) Atomics.store(new Int32Array(stop), 0, 1);
	};
	const results = await Promise.all(
		Array.from({ length: threads }, (_, thread) => {
			const workerData: ThreadWork = { search, seed: seed + thread, seconds, stop };
			const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData });
			return new Promise<Result>((done, fail) => {
				worker.on('message', (word: ThreadWord<Result>) => {
					if (word.kind === 'progress') return hear(word);
					hear({ objective: word.result.objective, bound: word.result.lowerBound });
					done(word.result);
				});
				worker.on('error', fail);
			});
		})
	);
	const result = results.reduce((best, one) =>
		(one.objective ?? Infinity) < (best.objective ?? Infinity) ? one : best
	);
	const known = Number.isFinite(bound) ? bound : null;
	return {
		...{ result, bound: known, metAfter, seconds: elapsed() },
		gap: result.objective === null ? null : gapOf(result.objective, known)
	};
}
