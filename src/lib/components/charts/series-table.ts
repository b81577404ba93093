import type { Series } from './series.ts';

export type SeriesTable = {
	instants: number[];
	/** For each instant, for each series: its value, and its band where the series has one. */
	values: { value: number | null; low: number | null; high: number | null }[][];
	banded: boolean[];
};

/** All series side by side over every instant any of them has. */
export function seriesTable(series: readonly Series[]): SeriesTable {
	const instants = [...new Set(series.flatMap((one) => one.points.map((point) => point.at)))].sort(
		(a, b) => a - b
	);
	const byInstant = series.map((one) => new Map(one.points.map((point) => [point.at, point])));
	return {
		instants,
		values: instants.map((at) =>
			byInstant.map((points) => {
				const point = points.get(at);
				return { value: point?.value ?? null, low: point?.low ?? null, high: point?.high ?? null };
			})
		),
		banded: series.map((one) => one.points.some((point) => typeof point.low === 'number'))
	};
}
