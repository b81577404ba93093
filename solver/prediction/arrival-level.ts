/** How arrivals stand to what was expected of them. */
export interface ArrivalLevel {
	/** The factor now. */
	mean: number;
	/** Relative variance 1 / shape. */
	shape: number;
	/** The factor expected in the middle of each of the steps to come. */
	ahead: number[];
}

/** What is known of levels before anything has come; standard deviations of the factor's logarithm. */
export interface LevelPrior {
	/** How far an expectation is off on a usual day. */
	usualSpread: number;
	/** Part of the times in which something nobody planned for is going on, and how far it lifts or lowers. */
	unusualShare: number;
	unusualSpread: number;
	/** Mean number of steps for which a level lasts before another takes its place. */
	lastsSteps: number;
}

/** Levels that are told apart: a third to three times, evenly in the logarithm. */
const GRID = 61;
const MOST = Math.log(3);
const LOGS = Array.from({ length: GRID }, (_, i) => MOST * ((2 * i) / (GRID - 1) - 1));
const LEVELS = LOGS.map(Math.exp);
/** Relative variance within one of them. */
const WITHIN = ((2 * MOST) / (GRID - 1)) ** 2 / 12;

/**
 * The level of arrivals now and how long it will last, from what came against what was expected in the latest steps: a
 * level that stays until, with the chance 1 / `lastsSteps` in each step, another is drawn in its place (a hidden Markov
 * model, filtered exactly on a grid; the change points of Fearnhead & Liu 2007 with a geometric length). Levels are
 * drawn from a mixture: mostly near what is expected, sometimes far from it. So a calm day is taken for calm, a surge
 * that has shown itself for what it is rather than halfway back to the expectation, and its end is seen as quickly as
 * its beginning; ahead, the level goes back to the usual one as the chance grows that it has ended.
 *
 * Cost: 61 exponentials a step.
 * @param steps oldest first; counts of a step are taken as Poisson
 * @param aheadSteps how many steps ahead are told
 */
export function arrivalLevel(
	steps: readonly { observed: number; expected: number }[],
	prior: LevelPrior,
	aheadSteps = 0
): ArrivalLevel {
	const drawn = drawnLevels(prior);
	const change = 1 / prior.lastsSteps;
	const chances = new Float64Array(drawn);
	for (const { observed, expected } of steps) {
		// Against the likeliest one, so that none underflows.
		let best = -Infinity;
		const logs = LOGS.map((log, i) => observed * log - expected * LEVELS[i]!);
		for (const log of logs) best = Math.max(best, log);
		let sum = 0;
		for (let i = 0; i < GRID; i++) {
			chances[i] = ((1 - change) * chances[i]! + change * drawn[i]!) * Math.exp(logs[i]! - best);
			sum += chances[i]!;
		}
		for (let i = 0; i < GRID; i++) chances[i]! /= sum;
	}
	const mean = meanOf(chances);
	const usual = meanOf(drawn);
	let variance = WITHIN * mean * mean;
	for (let i = 0; i < GRID; i++) variance += chances[i]! * (LEVELS[i]! - mean) ** 2;
	return {
		mean,
		shape: (mean * mean) / variance,
		ahead: Array.from({ length: aheadSteps }, (_, k) => usual + (mean - usual) * (1 - change) ** (k + 0.5))
	};
}

const meanOf = (chances: Float64Array) => chances.reduce((sum, chance, i) => sum + chance * LEVELS[i]!, 0);

/** The mixture on the grid, its mean brought to 1 in each part. */
function drawnLevels({ usualSpread, unusualShare, unusualSpread }: LevelPrior): Float64Array {
	const part = (spread: number) => {
		const density = Float64Array.from(LOGS, (log) =>
			Math.exp(-((log + spread ** 2 / 2) ** 2) / (2 * spread ** 2))
		);
		const sum = density.reduce((all, one) => all + one, 0);
		return density.map((one) => one / sum);
	};
	const [usual, unusual] = [part(usualSpread), part(unusualSpread)];
	return usual.map((chance, i) => (1 - unusualShare) * chance + unusualShare * unusual[i]!);
}
