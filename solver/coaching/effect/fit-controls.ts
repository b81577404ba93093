import type { WindowMean } from './window.ts';

/** An agent before and after the day in question. */
export interface Pair {
	before: WindowMean;
	after: WindowMean;
	/** How alike to the coached agent, 0–1. */
	likeness: number;
}

/**
 * What to expect of an agent after the day from what was seen before it, without coaching:
 *
 *   after = shift + persistence × (believed part of before) + change of one's own.
 */
export interface Expectation {
	shift: number;
	persistence: number;
	/** Variance of the changes that people make by themselves. */
	driftVariance: number;
	/** Below 1 where the controls scatter less than chance is thought to make them. */
	dispersion: number;
	/** Variance of the expectation's own estimates at a believed `before`. */
	uncertaintyAt(believed: number): number;
	/** Number of controls, as many as their weights are worth. */
	effective: number;
}

const FEWEST_FOR_PERSISTENCE = 12;
const LEAST_DISPERSION = 0.7;
const ROUNDS = 4;

/** The believed part of a mean: what regression to the mean leaves of it. */
export const believedOf = ({ mean, variance }: WindowMean, skillVariance: number): number =>
	skillVariance > 0 ? (mean * skillVariance) / (skillVariance + variance) : 0;

export const leftVariance = ({ variance }: WindowMean, skillVariance: number): number =>
	skillVariance > 0 ? (skillVariance * variance) / (skillVariance + variance) : 0;

/**
 * Weighted regression over the controls; the variance that their own changes have beyond chance is found together with
 * it (method of moments, a few rounds). Few controls do not tell how much persists: then all of it. Cost: O(controls).
 */
export function fitControls(controls: readonly Pair[], skillVariance: number): Expectation {
	const withSlope = controls.length >= FEWEST_FOR_PERSISTENCE && skillVariance > 0;
	let [shift, persistence, driftVariance] = [0, 1, 0];
	let moments = { w: 0, x: 0, xx: 0 };
	for (let round = 0; round < ROUNDS; round++) {
		let [w, x, y, xx, xy] = [0, 0, 0, 0, 0];
		const varianceOf = (pair: Pair): number =>
			pair.after.variance + persistence ** 2 * leftVariance(pair.before, skillVariance) + driftVariance;
		for (const pair of controls) {
			const weight = pair.likeness / varianceOf(pair);
			const before = believedOf(pair.before, skillVariance);
			w += weight;
			x += weight * before;
			y += weight * pair.after.mean;
			xx += weight * before * before;
			xy += weight * before * pair.after.mean;
		}
		const spread = xx - (x * x) / w;
		if (withSlope && spread > 0) persistence = Math.max(0, Math.min(1.2, (xy - (x * y) / w) / spread));
		shift = (y - persistence * x) / w;
		let [excess, weights] = [0, 0];
		for (const pair of controls) {
			const own = pair.after.variance + persistence ** 2 * leftVariance(pair.before, skillVariance);
			const left = pair.after.mean - shift - persistence * believedOf(pair.before, skillVariance);
			const weight = pair.likeness / own ** 2;
			excess += weight * (left * left - own);
			weights += weight;
		}
		driftVariance = Math.max(0, excess / weights);
		moments = { w, x: x / w, xx: spread };
	}
	let [sum, squares, scatter] = [0, 0, 0];
	for (const pair of controls) {
		const own =
			pair.after.variance + persistence ** 2 * leftVariance(pair.before, skillVariance) + driftVariance;
		const left = pair.after.mean - shift - persistence * believedOf(pair.before, skillVariance);
		sum += pair.likeness;
		squares += pair.likeness ** 2;
		scatter += (pair.likeness * left * left) / own;
	}
	return {
		dispersion: Math.min(1, Math.max(LEAST_DISPERSION, scatter / sum)),
		shift,
		persistence,
		driftVariance,
		effective: squares > 0 ? (sum * sum) / squares : 0,
		uncertaintyAt: (believed) =>
			1 / moments.w + (withSlope && moments.xx > 0 ? (believed - moments.x) ** 2 / moments.xx : 0)
	};
}
