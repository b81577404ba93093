import type { PerformanceFacts } from '../facts/performance-facts.ts';
import { METRIC_SPECS, type Metric } from '../metrics.ts';
import { agentDays, meanOf, type AgentDays } from './agent-days.ts';
import { dayVariance } from './day-variance.ts';
import { emptyCaseMix, expectedOf, fitCaseMix, logistic, type CaseMix } from './fit-case-mix.ts';
import { metricData } from './metric-data.ts';
import type { MixCells } from './mix-cells.ts';
import { skillSpread, type SkillSpread } from './skill-spread.ts';
import { addDayEffects, sumCells, type CellSums } from './sum-cells.ts';

/** An agent beside what anybody of equal tenure would have done with the same contacts. Positive is better. */
export interface Standing {
	agent: number;
	/** Observations behind it, and the days that have any. */
	observations: number;
	days: number;
	/** As measured, case mix taken out. Scale of the metric; what chance adds is still in it. */
	raw: number;
	/** Its standard error: chance, good and bad days, and that the peers are few. */
	error: number;
	/** The part of its variance that time wears off: all but the peers. */
	chance: number;
	/** Shrunk to what the spread between agents makes plausible, with its posterior standard deviation. */
	estimate: number;
	sd: number;
	/** What the agent reached and what was fair to expect: seconds (geometric mean), shares, or the figure itself. */
	reached: number;
	expected: number;
	/** The same by case, shrunk: where it shows. Largest deficits first, at most five. */
	cases: { case: number; observations: number; estimate: number }[];
}

/** One metric over all agents. */
export interface Comparison {
	metric: Metric;
	/** Standard deviation of true skill between agents of equal tenure: "one sd". */
	spread: number;
	/** A deviation less than this is not worth a word: half an sd, and never below the metric's floor. */
	material: number;
	/** Mean skill, and what a unit of the tenure curve adds to it (metric's own direction). */
	level: number;
	tenure: number;
	/** Variance of one observation, and of a day beyond it. */
	noise: number;
	dayVariance: number;
	/** Spread of an agent's skill from case to case. */
	caseSpread: number;
	/** Only agents with observations. */
	standings: Standing[];
	mix: CaseMix;
	dayEffect: Float64Array;
	/** Case mix taken out, by agent and day, in the metric's own direction: what effects are measured on. */
	residuals: AgentDays;
}

const ROUNDS = 2;
const START_NOISE = { mean: 0.25, rate: 1 };
const START_SPREAD_VARIANCE = { mean: 0.04, rate: 0.06 };
/** Half a year: by then most of what practice gives is there. */
const LEARNING_DAYS = 90;

/** 1 on the first day, falling to 0 with experience; unknown tenure counts as experienced. */
export const tenureCurve = (tenureDays: number | null): number =>
	tenureDays === null ? 0 : Math.exp(-Math.max(0, tenureDays) / LEARNING_DAYS);

/** @returns null when nobody has an observation of this metric */
export function compareMetric(facts: PerformanceFacts, metric: Metric, cells: MixCells): Comparison | null {
	const spec = METRIC_SPECS[metric];
	const data = metricData(facts, spec, cells);
	if (data.rows === 0) return null;
	const agents = facts.agents.length;
	const sums = sumCells(data, agents);
	const { family } = data;
	const mix = emptyCaseMix(
		sums,
		family,
		{
			lines: data.cells.lines.length,
			intents: Math.max(1, facts.intents.length),
			cases: data.cells.cases.length,
			bands: Math.max(1, facts.bands.length),
			agents
		},
		START_NOISE[family]
	);
	const tenure = Float64Array.from(facts.agents, ({ tenureDays }) =>
		tenureCurve(tenureDays === null ? null : tenureDays + facts.days / 2)
	);
	const dayEffect = new Float64Array(facts.days);
	const weightOf = agentWeights(sums, family, mix, agents);
	let noise = START_NOISE[family];
	let prior = {
		mean: new Float64Array(agents),
		reliability: Float64Array.from(weightOf, (w) => {
			const v = w > 0 ? noise / w : Infinity;
			return START_SPREAD_VARIANCE[family] / (START_SPREAD_VARIANCE[family] + v);
		}),
		noise
	};
	const peers = peerCounts(sums, weightOf);
	let found: ReturnType<typeof levels> | null = null;
	let residuals!: AgentDays;
	let spread: SkillSpread = { level: 0, tenure: 0, sd: 0 };
	let between = 0;
	for (let round = 0; round <= ROUNDS; round++) {
		fitCaseMix(mix, sums, family, prior, round === 0);
		residuals = agentDays(data, mix, dayEffect, agents);
		noise = residuals.noise;
		between = dayVariance(residuals, agents);
		found = levels(residuals, between, agents);
		const own = found;
		const members = [...own.keys()].filter((a) => own[a]!.weight > 0);
		spread = skillSpread(
			own.map(({ mean }) => mean),
			(a, sd) => own[a]!.variance + sd * sd * peers[a]!,
			tenure,
			members
		);
		const variance = spread.sd ** 2;
		prior = {
			mean: Float64Array.from(tenure, (t) => spread.level + spread.tenure * t),
			reliability: Float64Array.from(own, ({ variance: v, weight }) =>
				weight > 0 && variance > 0 ? variance / (variance + v) : 0
			),
			noise
		};
		if (round < ROUNDS) addDayEffects(sums, data, dayEffect);
	}
	const caseSkills = skillByCase(mix, sums, family, found!, noise);
	const { better } = spec;
	const standings = found!.flatMap((own, agent): Standing[] => {
		if (own.weight === 0) return [];
		const deviation = own.mean - prior.mean[agent]!;
		const variance = own.variance + spread.sd ** 2 * peers[agent]!;
		const believed = spread.sd > 0 ? spread.sd ** 2 / (spread.sd ** 2 + variance) : 0;
		const expected = fairExpectation(sums, mix, agent, prior.mean[agent]!);
		return [
			{
				agent,
				observations: own.n,
				days: own.count,
				raw: better * deviation,
				error: Math.sqrt(variance),
				chance: own.variance,
				estimate: better * believed * deviation,
				sd: Math.sqrt(believed * variance),
				reached: onScale(spec.scale, expected + deviation),
				expected: onScale(spec.scale, expected),
				cases: (caseSkills.of.get(agent) ?? [])
					.map(({ case: of, observations, estimate }) => ({
						case: of,
						observations,
						estimate: better * (estimate - prior.mean[agent]!)
					}))
					.sort((a, b) => a.estimate - b.estimate)
					.slice(0, 5)
			}
		];
	});
	return {
		metric,
		spread: spread.sd,
		level: spread.level,
		tenure: spread.tenure,
		material: Math.max(0.5 * spread.sd, spec.materialFloor),
		noise,
		dayVariance: between,
		caseSpread: caseSkills.spread,
		standings,
		mix,
		dayEffect,
		residuals
	};
}

const onScale = (scale: 'log' | 'logit' | 'identity', value: number): number =>
	scale === 'log' ? Math.exp(value) : scale === 'logit' ? logistic(value) : value;

function agentWeights(sums: CellSums, family: 'mean' | 'rate', mix: CaseMix, agents: number): Float64Array {
	const p = logistic(mix.level);
	const each = family === 'rate' ? p * (1 - p) : 1;
	const weights = new Float64Array(agents);
	for (let i = 0; i < sums.count; i++) weights[sums.agent[i]!]! += each * sums.n[i]!;
	return weights;
}

/**
 * How uncertain the fair expectation is because it rests on few peers, in units of the variance between agents: with H
 * agents of equal weight on a line, 1/H; an agent of several lines has the mean of its lines, weighted by squared share.
 */
function peerCounts(sums: CellSums, weightOf: Float64Array): Float64Array {
	const byLine = new Map<number, Map<number, number>>();
	for (let i = 0; i < sums.count; i++) {
		const of = byLine.get(sums.line[i]!) ?? new Map<number, number>();
		byLine.set(sums.line[i]!, of);
		of.set(sums.agent[i]!, (of.get(sums.agent[i]!) ?? 0) + sums.n[i]!);
	}
	const shares = new Float64Array(weightOf.length);
	const total = new Float64Array(weightOf.length);
	for (const of of byLine.values()) for (const [a, n] of of) total[a]! += n;
	for (const of of byLine.values()) {
		let [sum, squares] = [0, 0];
		for (const n of of.values()) {
			sum += n;
			squares += n * n;
		}
		for (const [a, n] of of) shares[a]! += (n / total[a]!) ** 2 * (squares / (sum * sum));
	}
	return shares;
}

/** Each agent's level over all days, with the variance that chance and days give it. */
function levels({ days, sum, weight, n, noise }: AgentDays, between: number, agents: number) {
	return Array.from({ length: agents }, (_, a) => {
		const own = meanOf(sum, weight, a * days, days);
		let observations = 0;
		for (let at = a * days; at < (a + 1) * days; at++) observations += n[at]!;
		const variance =
			own.weight > 0 ? noise / own.weight + (between * own.squares) / own.weight ** 2 : Infinity;
		return { ...own, variance, n: observations };
	});
}

function fairExpectation(sums: CellSums, mix: CaseMix, agent: number, prior: number): number {
	let [top, bottom] = [0, 0];
	for (let i = sums.start[agent]!; i < sums.start[agent + 1]!; i++) {
		top += sums.n[i]! * (expectedOf(mix, sums, i) + mix.mood * sums.mood[i]! + sums.day[i]!);
		bottom += sums.n[i]!;
	}
	return bottom > 0 ? top / bottom + prior : prior;
}

/** Skill by case: the agent's own level, and the case's deviation from it shrunk by the spread between cases. */
function skillByCase(
	mix: CaseMix,
	sums: CellSums,
	family: 'mean' | 'rate',
	own: readonly { mean: number; weight: number }[],
	noise: number
): { spread: number; of: Map<number, { case: number; observations: number; estimate: number }[]> } {
	const parts = new Map<number, Map<number, { top: number; weight: number; n: number }>>();
	for (let i = 0; i < sums.count; i++) {
		const a = sums.agent[i]!;
		const base = expectedOf(mix, sums, i) + mix.mood * sums.mood[i]! + sums.day[i]!;
		let [top, weight] = [sums.y[i]! - sums.n[i]! * base, sums.n[i]!];
		if (family === 'rate') {
			const p = logistic(base + own[a]!.mean);
			weight = sums.n[i]! * p * (1 - p);
			top = sums.y[i]! - sums.n[i]! * p + weight * own[a]!.mean;
		}
		const of = parts.get(a) ?? new Map<number, { top: number; weight: number; n: number }>();
		parts.set(a, of);
		const part = of.get(sums.case[i]!) ?? { top: 0, weight: 0, n: 0 };
		part.top += top;
		part.weight += weight;
		part.n += sums.n[i]!;
		of.set(sums.case[i]!, part);
	}
	let [q, expected, slope] = [0, 0, 0];
	for (const of of parts.values()) {
		if (of.size < 2) continue;
		let [top, total, squares] = [0, 0, 0];
		for (const { top: t, weight } of of.values()) {
			top += t;
			total += weight;
			squares += weight * weight;
		}
		if (total === 0) continue;
		const mean = top / total;
		for (const { top: t, weight } of of.values()) if (weight > 0) q += weight * (t / weight - mean) ** 2;
		expected += noise * (of.size - 1);
		slope += total - squares / total;
	}
	const variance = slope > 0 ? Math.max(0, (q - expected) / slope) : 0;
	const result = new Map<number, { case: number; observations: number; estimate: number }[]>();
	for (const [a, of] of parts)
		result.set(
			a,
			[...of].map(([at, { top, weight, n }]) => {
				const chance = weight > 0 ? noise / weight : Infinity;
				const believed = variance > 0 ? variance / (variance + chance) : 0;
				const mean = weight > 0 ? top / weight : own[a]!.mean;
				return { case: at, observations: n, estimate: own[a]!.mean + believed * (mean - own[a]!.mean) };
			})
		);
	return { spread: Math.sqrt(variance), of: result };
}
