import type { Context } from '../context.ts';
import { IntervalCounter, intervalStarts, readLimits } from '../intervals/index.ts';
import { loadConfig, type Visit } from '../live/index.ts';
import { compareRow, type Difference } from './difference.ts';

const DAY_MS = 86_400_000;

/** The day's numbers of each queue from the stored visits and from those of the log. */
export async function compareIntervals(
	ctx: Context,
	stored: readonly Visit[],
	recomputed: readonly Visit[]
): Promise<{ intervals: number; differences: Difference[] }> {
	let [fromMs, toMs] = [Infinity, -Infinity];
	for (const visits of [stored, recomputed])
		for (const { enteredAt } of visits) {
			if (enteredAt < fromMs) fromMs = enteredAt;
			if (enteredAt > toMs) toMs = enteredAt;
		}
	if (fromMs > toMs) return { intervals: 0, differences: [] };
	const { site } = await loadConfig(ctx);
	const range = {
		fromMs: Math.floor(fromMs / DAY_MS) * DAY_MS,
		toMs: toMs + 1,
		interval: '1d' as const,
		queue: null
	};
	const starts = intervalStarts(range, site.timeZone);
	const limits = await readLimits(ctx);
	const count = (visits: readonly Visit[]) => {
		const counter = new IntervalCounter(starts, limits);
		for (const visit of visits) counter.add(visit);
		return new Map(counter.rows().map((row) => [`${row.queue} ${row.intervalStart}`, row]));
	};
	const [before, after] = [count(stored), count(recomputed)];
	const keys = new Set([...before.keys(), ...after.keys()]);
	const differences = [...keys].flatMap((key) =>
		compareRow(
			'intervals',
			key,
			{ ...before.get(key) },
			{ ...(after.get(key) ?? before.get(key)), ...(after.has(key) ? {} : { offered: 0 }) }
		)
	);
	return { intervals: keys.size, differences };
}
