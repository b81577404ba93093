import { dayRows } from './day-rows.ts';
import type { PlanPoint } from './plan-point.ts';

type Side = { points: readonly PlanPoint[]; intervalSeconds: number };

export type CompareRow = {
	id: 'contacts' | 'hours' | 'schedule' | 'peak' | 'serviceLevel' | 'occupancy';
	first: number | null;
	second: number | null;
};

/** Two plans over the same intervals, measure by measure. */
export function compareRows(first: Side, second: Side): CompareRow[] {
	const [a, b] = [first, second].map(
		({ points, intervalSeconds }) => dayRows(points, intervalSeconds, () => 'all')[0] ?? null
	);
	const row = (id: CompareRow['id'], of: (side: NonNullable<typeof a>) => number | null): CompareRow => ({
		id,
		first: a ? of(a) : null,
		second: b ? of(b) : null
	});
	return [
		row('contacts', ({ offered }) => offered),
		row('hours', ({ hours }) => hours),
		row('schedule', ({ scheduleHours }) => scheduleHours),
		row('peak', ({ peak }) => peak),
		row('serviceLevel', ({ serviceLevel }) => serviceLevel),
		row('occupancy', ({ occupancy }) => occupancy)
	];
}
