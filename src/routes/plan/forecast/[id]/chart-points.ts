import type { SeriesPoint } from '#lib/components/charts/series.ts';

/** Points with a gap wherever more than `stepMs` lies between two of them: closed hours are not a line. */
export function chartPoints(points: readonly SeriesPoint[], stepMs: number): SeriesPoint[] {
	const drawn: SeriesPoint[] = [];
	let last: SeriesPoint | null = null;
	for (const point of points) {
		if (last && point.at - last.at > stepMs) drawn.push({ at: last.at + stepMs, value: null });
		drawn.push(point);
		last = point;
	}
	return drawn;
}
