import type { PlannedInterval } from '../forecasts/index.ts';
import type { DayGrid } from './day-grid.ts';

/** A queue's forecast on the grid's intervals; a finer one is summed, its bands with it. */
export function toGrid(
	rows: readonly PlannedInterval[],
	{ fromAt, stepMs, count }: DayGrid
): (PlannedInterval | undefined)[] {
	const slots = new Array<PlannedInterval | undefined>(count).fill(undefined);
	for (const row of rows) {
		const slot = Math.floor((row.startAt - fromAt) / stepMs);
		if (slot < 0 || slot >= count) continue;
		const before = slots[slot];
		slots[slot] = before ? sumOf(before, row) : row;
	}
	return slots;
}

function sumOf(a: PlannedInterval, b: PlannedInterval): PlannedInterval {
	const offered = a.offered + b.offered;
	const work = a.offered * (a.ahtSeconds ?? 0) + b.offered * (b.ahtSeconds ?? 0);
	const timed = (a.ahtSeconds === null ? 0 : a.offered) + (b.ahtSeconds === null ? 0 : b.offered);
	return {
		...a,
		offered,
		p10: a.p10 + b.p10,
		p90: a.p90 + b.p90,
		ahtSeconds: timed > 0 ? work / timed : null,
		isPublished: a.isPublished && b.isPublished
	};
}
