import { cholesky, solveCholesky } from '../../forecasting/regression/cholesky.ts';
import { normalEquations, parameterMap, type ParameterMap } from './normal-equations.ts';
import type { CellSums } from './sum-cells.ts';

/** What a contact is expected to be for an agent of mean skill: effects that add up on the metric's scale. */
export interface CaseMix {
	level: number;
	/** By line (queue × channel), intent, case and hour band. */
	line: Float64Array;
	intent: Float64Array;
	case: Float64Array;
	band: Float64Array;
	/** By unit of mood at the start. */
	mood: number;
	/** Variance of the case effects around line + intent. */
	caseVariance: number;
	/** Skill by agent, shrunk to its prior mean. */
	skill: Float64Array;
}

/** What is held of the agents while the case mix is fitted. */
export interface SkillPrior {
	/** Mean by agent (what tenure lets expect). */
	mean: Float64Array;
	/** Shrinkage by agent: share of the own deviation that is believed, 0–1. */
	reliability: Float64Array;
	/** Variance of one observation. */
	noise: number;
}

/** Steps of the working response: many from a cold start, few from the last fit. */
const SCORING_STEPS = { mean: { first: 2, later: 1 }, rate: { first: 5, later: 2 } };

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** @param counts of lines, intents, cases, bands and agents */
export function emptyCaseMix(
	sums: CellSums,
	family: 'mean' | 'rate',
	counts: { lines: number; intents: number; cases: number; bands: number; agents: number },
	noise: number
): CaseMix {
	let [n, y] = [0, 0];
	for (let i = 0; i < sums.count; i++) {
		n += sums.n[i]!;
		y += sums.y[i]!;
	}
	const share = (y + 0.5) / (n + 1);
	return {
		level: family === 'rate' ? Math.log(share / (1 - share)) : y / n,
		line: new Float64Array(counts.lines),
		intent: new Float64Array(counts.intents),
		case: new Float64Array(counts.cases),
		band: new Float64Array(counts.bands),
		mood: 0,
		caseVariance: 0.05 * noise,
		skill: new Float64Array(counts.agents)
	};
}

export const expectedOf = (mix: CaseMix, sums: CellSums, i: number): number =>
	mix.level +
	mix.line[sums.line[i]!]! +
	mix.intent[sums.intent[i]!]! +
	mix.case[sums.case[i]!]! +
	mix.band[sums.band[i]!]!;

/**
 * Fits case mix and skills together: the mixed model
 *
 *   η = level + line + intent + case + band + β·mood + day + skill,
 *
 * lines, intents and bands fixed, cases and skills random (Henderson, Biometrics 31, 1975): the skills are absorbed, the
 * rest is solved exactly. Rates by penalised quasi-likelihood, i.e. the same on the working response of the binomial
 * (Breslow & Clayton, JASA 88, 1993). Because skills are in the model, a queue is not thought easy because good people
 * sit on it, as far as people who work on several queues tell the two apart.
 *
 * Changes `mix` in place. Cost of a step: O(cells + agents × (their parameters)² + parameters³).
 */
export function fitCaseMix(
	mix: CaseMix,
	sums: CellSums,
	family: 'mean' | 'rate',
	prior: SkillPrior,
	isFirst: boolean
): void {
	const map = parameterMap(mix, sums);
	const weight = new Float64Array(sums.count);
	const response = new Float64Array(sums.count);
	const steps = SCORING_STEPS[family][isFirst ? 'first' : 'later'];
	for (let step = 0; step < steps; step++) {
		for (let i = 0; i < sums.count; i++) {
			const known = mix.level + sums.day[i]!;
			if (family === 'mean') {
				weight[i] = sums.n[i]!;
				response[i] = sums.y[i]! / sums.n[i]! - known;
			} else {
				const eta =
					expectedOf(mix, sums, i) + mix.mood * sums.mood[i]! + sums.day[i]! + mix.skill[sums.agent[i]!]!;
				const p = logistic(eta);
				weight[i] = Math.max(1e-9, sums.n[i]! * p * (1 - p));
				response[i] = eta - known + (sums.y[i]! - sums.n[i]! * p) / weight[i]!;
			}
		}
		solve(mix, sums, prior, map, weight, response);
	}
}

function solve(
	mix: CaseMix,
	sums: CellSums,
	prior: SkillPrior,
	map: ParameterMap,
	weight: Float64Array,
	response: Float64Array
): void {
	const noise = Math.max(prior.noise, 1e-12);
	const casePenalty = noise / Math.max(mix.caseVariance, 1e-6 * noise);
	const { matrix, vector } = normalEquations(sums, map, weight, response, prior, casePenalty);
	const solution = solveCholesky(cholesky(matrix, map.count), map.count, vector);
	const write = (effect: Float64Array, of: Int32Array): void => {
		for (let l = 0; l < effect.length; l++) effect[l] = of[l]! >= 0 ? solution[of[l]!]! : 0;
	};
	write(mix.line, map.line);
	write(mix.intent, map.intent);
	write(mix.case, map.case);
	write(mix.band, map.band);
	mix.mood = solution[map.mood]!;
	for (let a = 0; a < mix.skill.length; a++) {
		let [top, bottom] = [0, 0];
		for (let i = sums.start[a]!; i < sums.start[a + 1]!; i++) {
			top += weight[i]! * (response[i]! + mix.level - expectedOf(mix, sums, i) - mix.mood * sums.mood[i]!);
			bottom += weight[i]!;
		}
		const mean = prior.mean[a]!;
		mix.skill[a] = bottom > 0 ? mean + prior.reliability[a]! * (top / bottom - mean) : mean;
	}
	mix.caseVariance = caseVarianceOf(mix, sums, map, weight, noise, casePenalty);
}

/** One step of EM: mean of estimate² + its own variance. */
function caseVarianceOf(
	mix: CaseMix,
	sums: CellSums,
	map: ParameterMap,
	weight: Float64Array,
	noise: number,
	penalty: number
): number {
	const bottom = new Float64Array(mix.case.length);
	for (let i = 0; i < sums.count; i++) bottom[sums.case[i]!]! += weight[i]!;
	let [sum, seen] = [0, 0];
	for (let c = 0; c < bottom.length; c++) {
		if (map.case[c]! < 0) continue;
		sum += mix.case[c]! ** 2 + noise / (bottom[c]! + penalty);
		seen++;
	}
	return seen > 1 ? sum / seen : 0;
}
