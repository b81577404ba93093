import type { SeriesPoint } from './series.ts';

export type DifferenceRect = {
	x: number;
	y: number;
	width: number;
	height: number;
	kind: 'surplus' | 'shortage';
};

/** A box an interval, between what is required and what is scheduled; none where they agree or one is unknown. */
export function differenceRects(
	required: readonly SeriesPoint[],
	scheduled: readonly SeriesPoint[],
	stepMs: number,
	x: (at: number) => number,
	y: (value: number) => number
): DifferenceRect[] {
	const wanted = new Map(required.map((point) => [point.at, point.value]));
	return scheduled.flatMap(({ at, value: has }): DifferenceRect[] => {
		const needs = wanted.get(at) ?? null;
		if (has === null || needs === null || has === needs) return [];
		const top = y(Math.max(has, needs));
		return [
			{
				x: x(at),
				y: top,
				width: x(at + stepMs) - x(at),
				height: y(Math.min(has, needs)) - top,
				kind: has > needs ? 'surplus' : 'shortage'
			}
		];
	});
}
