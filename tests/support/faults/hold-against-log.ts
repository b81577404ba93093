import type { Floor } from '#lib/server/live/floor.ts';
import type { IntervalRow } from '#lib/server/intervals/index.ts';
import { recomputeFromLog } from '../log-recomputation.ts';

const DAY_MS = 86_400_000;
const byKey = (rows: IntervalRow[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

export interface Held {
	/** Acknowledged and not in the log. */
	lost: number;
	/** In the log more than once. */
	doubled: number;
	/** In the log and never acknowledged: the answer was cut off, which is allowed. */
	unacknowledged: number;
	/** What the server says and its log does not, or the stored folds against the log. */
	differences: string[];
}

/** Holds a server that is not being fed against what its log alone says. */
export async function holdAgainstLog(
	url: string,
	db: string,
	headers: Record<string, string>,
	acknowledged: ReadonlySet<string>
): Promise<Held> {
	const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
	const [fromMs, toMs] = [today - DAY_MS, today + 2 * DAY_MS];
	const get = async <T>(path: string): Promise<T> => {
		const answer = await fetch(url + path, { headers });
		if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const query = new URLSearchParams({
		from: new Date(fromMs).toISOString(),
		to: new Date(toMs).toISOString(),
		interval: '15m'
	});
	const intervals = await get<IntervalRow[]>(`/api/v1/intervals?${query}`);
	const live = await get<Floor>('/api/v1/live');
	const truth = await recomputeFromLog(db, { fromMs, toMs, interval: '15m', queue: null });
	const differences: string[] = [];
	if (JSON.stringify(byKey(intervals)) !== JSON.stringify(byKey(truth.intervals)))
		differences.push('GET /api/v1/intervals is not what the log says');
	for (const row of live.queues) {
		const waiting = truth.waiting.get(row.id) ?? 0;
		if (row.waiting !== waiting)
			differences.push(`${row.id}: ${row.waiting} waiting, the log says ${waiting}`);
		const ofQueue = truth.intervals.filter(
			({ queue, intervalStart }) => queue === row.id && Date.parse(intervalStart) >= live.clock.dayStartMs
		);
		for (const column of ['offered', 'answered', 'abandoned', 'answeredInThreshold'] as const) {
			const sum = ofQueue.reduce((total, interval) => total + interval[column], 0);
			if (row.today[column] !== sum)
				differences.push(`${row.id}: ${column} today ${row.today[column]}, the log says ${sum}`);
		}
	}
	if (live.queues.length === 0) differences.push('no queue is there');
	for (const difference of truth.verify.differences)
		differences.push(`verify: ${JSON.stringify(difference)}`);

	const counts = new Map<string, number>();
	for (const id of truth.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	let lost = 0;
	for (const id of acknowledged) if (!counts.has(id)) lost++;
	return {
		lost,
		doubled: [...counts.values()].filter((count) => count > 1).length,
		unacknowledged: truth.ids.length - (acknowledged.size - lost),
		differences
	};
}
