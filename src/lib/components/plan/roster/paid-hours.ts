import type { GridShift } from './roster-types.ts';

/** Hours of a shift without its unpaid breaks. */
export function paidHours({
	startAt,
	endAt,
	breaks
}: Pick<GridShift, 'startAt' | 'endAt' | 'breaks'>): number {
	const unpaid = breaks.reduce((sum, pause) => sum + (pause.isPaid ? 0 : pause.endAt - pause.startAt), 0);
	return (endAt - startAt - unpaid) / 3_600_000;
}
