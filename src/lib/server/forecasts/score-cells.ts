import { bias, coverage, noiseFloor, wape } from '#solver/forecasting/index.ts';

/** A forecast interval beside what came. */
export interface ComparedCell {
	offered: number;
	p10: number;
	p90: number;
	actual: number;
}

/** How near a version came; null where nothing was measured or nothing came. */
export interface VersionScore {
	wape: number | null;
	bias: number | null;
	/** Share of what came inside p10–p90; about 0.8 is right. */
	coverage80: number | null;
	/** The WAPE that a perfect forecast would still have. */
	noiseFloor: number | null;
	/** Forecast where something was measured: what the figures are of. */
	offered: number;
	actual: number;
	cells: number;
}

export function scoreCells(cells: readonly ComparedCell[]): VersionScore {
	const pairs = cells.map(({ offered, actual }) => ({ forecast: offered, actual }));
	return {
		wape: wape(pairs),
		bias: bias(pairs),
		coverage80: coverage(cells),
		noiseFloor: noiseFloor(cells.map(({ offered }) => offered)),
		offered: cells.reduce((sum, { offered }) => sum + offered, 0),
		actual: cells.reduce((sum, { actual }) => sum + actual, 0),
		cells: cells.length
	};
}
