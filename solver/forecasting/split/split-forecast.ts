import { gammaQuantile } from '../intraday/gamma-quantile.ts';
import type { ShareModel } from './learn-shares.ts';

/** Normal quantile of 0.9. */
const Z90 = 1.2815515655446004;

/** Contacts expected in a part of a day. */
export interface SplitCell {
	weekday: number;
	part: number;
	offered: number;
}

/** What is expected of one kind; bounds hold four times in five. */
export interface KindForecast {
	kind: string | null;
	/** Of the contacts, 0–1, and the bounds of that expectation. */
	share: number;
	shareLow: number;
	shareHigh: number;
	offered: number;
	/** Of the contacts that will come: what is not known of the share, of the whole, and chance. */
	p10: number;
	p90: number;
}

function bounds(mean: number, variance: number): [low: number, high: number] {
	if (mean <= 0) return [0, 0];
	if (variance <= 0) return [mean, mean];
	const shape = mean ** 2 / variance;
	return [gammaQuantile(mean, shape, -Z90), gammaQuantile(mean, shape, Z90)];
}

/**
 * A forecast of some parts of days, told apart by kind; the kinds' contacts add up to the whole.
 *
 * The count of a kind is a part, of uncertain size, of an uncertain whole:
 * Var = dispersion × Σ V s (1 − s) + s̄² Var(V) + Σ over cells of (V in cell)² Var(s). Its bounds are those of a gamma
 * variable of that mean and variance, so that they stay above 0. Cost: O(cells × kinds).
 *
 * @param band p10 and p90 of the whole
 */
export function splitForecast(
	model: ShareModel,
	cells: readonly SplitCell[],
	band: { p10: number; p90: number }
): KindForecast[] {
	const whole = cells.reduce((sum, { offered }) => sum + offered, 0);
	const wholeVariance = ((band.p90 - band.p10) / (2 * Z90)) ** 2;
	// The same cell of several weeks is expected by the same share: what is wrong with it is wrong in all of them.
	const alike = Map.groupBy(cells, ({ weekday, part }) => `${weekday} ${part}`);
	const sums = model.kinds.map(() => ({ mean: 0, chance: 0, unsure: 0 }));
	for (const group of alike.values()) {
		const offered = group.reduce((sum, cell) => sum + cell.offered, 0);
		model.sharesAt(group[0]!.weekday, group[0]!.part).forEach(({ share, variance }, k) => {
			const sum = sums[k]!;
			sum.mean += offered * share;
			sum.chance += model.dispersion * offered * share * (1 - share);
			sum.unsure += offered ** 2 * variance;
		});
	}
	return model.kinds.map((kind, k) => {
		const { mean, chance, unsure } = sums[k]!;
		if (whole <= 0) return { kind, share: 0, shareLow: 0, shareHigh: 0, offered: 0, p10: 0, p90: 0 };
		const share = mean / whole;
		const [shareLow, shareHigh] = bounds(share, unsure / whole ** 2);
		const [p10, p90] = bounds(mean, chance + share ** 2 * wholeVariance + unsure);
		return { kind, share, shareLow, shareHigh: Math.min(1, shareHigh), offered: mean, p10, p90 };
	});
}
