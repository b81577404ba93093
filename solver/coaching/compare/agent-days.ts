import { logistic, type CaseMix } from './fit-case-mix.ts';
import type { MetricData } from './metric-data.ts';

/**
 * What remains of each agent's days when the case mix and the day's common effect are taken out: the sum of weighted
 * residuals (skill left in) and the weight, agent × days. Mean residual of a day = `sum / weight`.
 */
export interface AgentDays {
	days: number;
	sum: Float64Array;
	weight: Float64Array;
	/** Observations. */
	n: Float64Array;
	/** Variance of a single observation on the working scale: 1 for rates. */
	noise: number;
}

/** The expectation of each cell for mean skill, without mood and day. */
export function cellExpectations(mix: CaseMix, data: MetricData): Float64Array {
	const { cells } = data;
	return Float64Array.from({ length: cells.count }, (_, c) => {
		const of = cells.case[c]!;
		const intent = Math.max(0, cells.cases[of]!.intent);
		return (
			mix.level + mix.line[cells.line[of]!]! + mix.intent[intent]! + mix.case[of]! + mix.band[cells.band[c]!]!
		);
	});
}

const FEWEST_ROWS = 200;
const FEWEST_REPEATS = 30;
const DAY_PENALTY = 5;

/**
 * One pass over the rows. Improves `dayEffect` in place (a fixed effect of each day, common to all) and takes it out.
 * Cost: O(rows).
 */
export function agentDays(
	data: MetricData,
	mix: CaseMix,
	dayEffect: Float64Array,
	agents: number
): AgentDays {
	const days = dayEffect.length;
	const expected = cellExpectations(mix, data);
	const sum = new Float64Array(agents * days);
	const weight = new Float64Array(agents * days);
	const n = new Float64Array(agents * days);
	let [within, repeats, around, seen, betweenRows, rows] = [0, 0, 0, 0, 0, 0];
	for (let r = 0; r < data.rows; r++) {
		const a = data.agent[r]!;
		const d = data.day[r]!;
		const at = a * days + d;
		const count = data.n[r]!;
		const base = expected[data.cell[r]!]! + dayEffect[d]! + (data.mood ? mix.mood * data.mood[r]! : 0);
		n[at]! += count;
		if (data.family === 'mean') {
			const y = data.y[r]!;
			sum[at]! += y - count * base;
			betweenRows += (y - count * base) ** 2 / count;
			rows++;
			weight[at]! += count;
			if (data.squares) {
				const spread = data.squares[r]! - (y * y) / count;
				if (count > 1) {
					within += spread;
					repeats += count - 1;
				}
				around += spread + count * (y / count - base - mix.skill[a]!) ** 2;
				seen += count;
			}
		} else {
			const p = logistic(base + mix.skill[a]!);
			const information = count * p * (1 - p);
			sum[at]! += data.y[r]! - count * p + information * mix.skill[a]!;
			weight[at]! += information;
		}
	}
	let means = 0;
	for (let at = 0; at < sum.length; at++) {
		if (weight[at] === 0 || data.family === 'rate') continue;
		betweenRows -= sum[at]! ** 2 / weight[at]!;
		means++;
	}
	takeOutDays(sum, weight, mix.skill, dayEffect, agents);
	const noise = noiseOf();
	return { days, sum, weight, n, noise };

	/** From the rows of one agent and day where there are enough: what moods explain is then not counted as chance. */
	function noiseOf(): number {
		if (data.family === 'rate') return 1;
		if (rows - means >= FEWEST_ROWS) return betweenRows / (rows - means);
		if (repeats >= FEWEST_REPEATS) return Math.max(0, within) / repeats;
		return seen > 0 ? around / seen : scatter(sum, weight, agents, days);
	}
}

function takeOutDays(
	sum: Float64Array,
	weight: Float64Array,
	skill: Float64Array,
	dayEffect: Float64Array,
	agents: number
): void {
	const days = dayEffect.length;
	for (let d = 0; d < days; d++) {
		let [top, bottom] = [0, 0];
		for (let a = 0; a < agents; a++) {
			const at = a * days + d;
			top += sum[at]! - weight[at]! * skill[a]!;
			bottom += weight[at]!;
		}
		if (bottom === 0) continue;
		const step = top / (bottom + DAY_PENALTY);
		dayEffect[d]! += step;
		for (let a = 0; a < agents; a++) sum[a * days + d]! -= step * weight[a * days + d]!;
	}
}

/** Where a day is one observation: the spread of an agent's days around the agent's mean. */
function scatter(sum: Float64Array, weight: Float64Array, agents: number, days: number): number {
	let [top, bottom] = [0, 0];
	for (let a = 0; a < agents; a++) {
		const { mean, count } = meanOf(sum, weight, a * days, days);
		for (let at = a * days; at < (a + 1) * days; at++)
			if (weight[at]! > 0) top += weight[at]! * (sum[at]! / weight[at]! - mean) ** 2;
		bottom += Math.max(0, count - 1);
	}
	return bottom > 0 ? top / bottom : 0;
}

/** Weighted mean of `length` entries from `from` on, how many have weight, their weight, and the sum of its squares. */
export function meanOf(
	sum: Float64Array,
	weight: Float64Array,
	from: number,
	length: number
): { mean: number; count: number; weight: number; squares: number } {
	let [top, bottom, squares, count] = [0, 0, 0, 0];
	for (let at = from; at < from + length; at++) {
		if (weight[at] === 0) continue;
		top += sum[at]!;
		bottom += weight[at]!;
		squares += weight[at]! ** 2;
		count++;
	}
	return { mean: bottom > 0 ? top / bottom : 0, count, weight: bottom, squares };
}
