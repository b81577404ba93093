import type { SeriesPoint } from '#lib/components/charts/series.ts';

/** Values by minute as points at each minute's end. */
export function seriesPoints(
	values: readonly (number | null)[],
	untilMs: number,
	stepMs: number
): SeriesPoint[] {
	return values.map((value, index) => ({ at: untilMs - (values.length - 1 - index) * stepMs, value }));
}
