import type { DayDifference } from '#lib/contracts/publishing.ts';

/** When the last of it is over, on either side. */
export const endOf = ({ before, after }: DayDifference): number =>
	Math.max(...[...before, ...after].map(({ endAt }) => endAt));

/** When the first of it begins, on either side. */
export const startOf = ({ before, after }: DayDifference): number =>
	Math.min(...[...before, ...after].map(({ startAt }) => startAt));
