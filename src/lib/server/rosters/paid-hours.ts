import type { ScheduledShift } from './schedule-as-changed.ts';

/** What of a shift is paid, in hours: all of it but breaks without pay. */
export const paidHours = ({ startAt, endAt, breaks }: ScheduledShift): number =>
	(endAt - startAt - breaks.reduce((sum, part) => sum + (part.isPaid ? 0 : part.endAt - part.startAt), 0)) /
	3_600_000;
