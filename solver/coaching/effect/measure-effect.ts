import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { Comparison } from '../compare/compare-metric.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';
import { oneSd } from '../findings/verdict.ts';
import { believedOf, fitControls, leftVariance, type Pair } from './fit-controls.ts';
import { lineShares } from './line-shares.ts';
import { windowMean } from './window.ts';

export interface EffectQuestion {
	/** Index of the agent, and the first day after the coaching (index of the facts). */
	agent: number;
	day: number;
	/** Others who were coached on something that may move this metric: they are no controls. */
	alsoCoached?: ReadonlySet<number>;
	/** Days before and after that are looked at; 56 each by default. */
	windowDays?: number;
}

/** Positive is better, on the metric's scale. */
export type MeasuredEffect =
	| {
			kind: 'measured';
			effect: number;
			/** 90 % interval. */
			low: number;
			high: number;
			error: number;
			/** In sds of skill between agents. */
			sds: number;
			probabilityHelped: number;
			/** Similar agents that it is measured against, as many as their weights are worth. */
			controls: number;
			/** What was expected of the agent without coaching, and what came. */
			expected: number;
			reached: number;
			trend: Trend;
	  }
	/** Even an effect of one sd could not be told from chance yet; so many more days would do. */
	| { kind: 'too-early'; days: number }
	/** Time alone will not do: too little was seen before, people change too much by themselves, or nobody is alike. */
	| { kind: 'untellable'; because: 'before' | 'controls' | 'change' };

/** The agent's own movement from the first to the second half of the time before, beside that of the controls. */
export interface Trend {
	difference: number;
	/** Already on the way, up or down, beyond chance (90 %): then the effect may be part of that. */
	was: 'steady' | 'improving' | 'worsening';
}

const WINDOW_DAYS = 56;
const FEWEST_DAYS = 5;
const FEWEST_OBSERVATIONS = 30;
const FEWEST_CONTROLS = 5;
const Z90 = 1.6448536269514722;

/**
 * Did it help? The agent after the day, less what was to be expected of this agent without coaching: a difference in
 * differences against similar agents in which the time before counts as far as it can be believed. Who was chosen for a
 * bad month would have had a better one anyway; the believed part is what would have stayed (Galton's regression to
 * the mean; an analysis of covariance with measurement error, Fuller 1987). Chosen by what was seen before, in the same
 * window, the choice does not bias it.
 *
 * Cost: O(agents × days).
 */
export function measureEffect(
	facts: PerformanceFacts,
	comparison: Comparison,
	{ agent, day, alsoCoached, windowDays = WINDOW_DAYS }: EffectQuestion
): MeasuredEffect {
	if (!(agent >= 0 && agent < facts.agents.length))
		throw new RangeError(
			`Measuring an effect: agent "${agent}" must be an index below ${facts.agents.length}.`
		);
	const window = (a: number, from: number, to: number) => windowMean(comparison, facts.agents, a, from, to);
	const before = window(agent, day - windowDays, day);
	const after = window(agent, day, day + windowDays);
	if (!before || before.days < FEWEST_DAYS || before.observations < FEWEST_OBSERVATIONS)
		return { kind: 'untellable', because: 'before' };
	const controls = pairsLike(facts, comparison, agent, day, windowDays, alsoCoached);
	if (controls.length < FEWEST_CONTROLS)
		return after && after.days >= FEWEST_DAYS
			? { kind: 'untellable', because: 'controls' }
			: { kind: 'too-early', days: FEWEST_DAYS - (after?.days ?? 0) };
	if (!after) return { kind: 'too-early', days: FEWEST_DAYS };
	const skillVariance = comparison.spread ** 2;
	const fit = fitControls(controls, skillVariance);
	const believed = believedOf(before, skillVariance);
	const expected = fit.shift + fit.persistence * believed;
	const lasting =
		fit.dispersion * (fit.persistence ** 2 * leftVariance(before, skillVariance) + fit.driftVariance) +
		fit.uncertaintyAt(believed);
	const chance = fit.dispersion * after.variance;
	const error = Math.sqrt(lasting + chance);
	const z = studentQuantile(fit.effective);
	const tellable = (oneSd(comparison) / z) ** 2;
	const few = Math.max(FEWEST_DAYS / after.days, FEWEST_OBSERVATIONS / after.observations);
	if (lasting + chance > tellable || few > 1) {
		if (lasting >= tellable) return { kind: 'untellable', because: 'change' };
		const times = Math.max(few, chance / (tellable - lasting));
		return { kind: 'too-early', days: Math.max(1, Math.ceil(after.days * (times - 1))) };
	}
	const effect = after.mean - expected;
	return {
		kind: 'measured',
		effect,
		low: effect - z * error,
		high: effect + z * error,
		error,
		sds: comparison.spread > 0 ? effect / comparison.spread : 0,
		probabilityHelped: normalCdf(effect / error),
		controls: fit.effective,
		expected,
		reached: after.mean,
		trend: trendOf(comparison, facts, agent, day, windowDays, controls)
	};
}

/** 95 % quantile of Student's t with n − 2 degrees of freedom, to the first order of Cornish & Fisher. */
const studentQuantile = (n: number): number => Z90 + (Z90 ** 3 + Z90) / (4 * Math.max(1, n - 2));

interface Control extends Pair {
	agent: number;
}

/** Agents with enough before and after, weighted by how much of their work is of the same lines and how alike they began. */
function pairsLike(
	facts: PerformanceFacts,
	comparison: Comparison,
	agent: number,
	day: number,
	windowDays: number,
	alsoCoached: ReadonlySet<number> | undefined
): Control[] {
	const shares = lineShares(facts);
	const own = shares[agent]!;
	const start = windowMean(comparison, facts.agents, agent, day - windowDays, day)!;
	return facts.agents.flatMap((_, a): Control[] => {
		if (a === agent || alsoCoached?.has(a)) return [];
		const before = windowMean(comparison, facts.agents, a, day - windowDays, day);
		const after = windowMean(comparison, facts.agents, a, day, day + windowDays);
		if (!before || !after || before.days < FEWEST_DAYS || after.days < FEWEST_DAYS) return [];
		let common = 0;
		for (const [line, share] of own) common += Math.min(share, shares[a]!.get(line) ?? 0);
		const apart = (before.mean - start.mean) ** 2;
		const width = 4 * comparison.spread ** 2 + before.variance + start.variance;
		return [{ agent: a, before, after, likeness: (0.15 + 0.85 * common) * Math.exp(-apart / (2 * width)) }];
	});
}

function trendOf(
	comparison: Comparison,
	facts: PerformanceFacts,
	agent: number,
	day: number,
	windowDays: number,
	controls: readonly Control[]
): Trend {
	const from = Math.max(0, day - windowDays);
	const middle = Math.floor((from + day) / 2);
	const change = (a: number) => {
		const first = windowMean(comparison, facts.agents, a, from, middle);
		const second = windowMean(comparison, facts.agents, a, middle, day);
		return first && second
			? { by: second.mean - first.mean, variance: first.variance + second.variance }
			: null;
	};
	const own = change(agent);
	let [weights, sum, excess] = [0, 0, 0];
	const others = controls.flatMap((control) => {
		const changed = change(control.agent);
		return changed ? [{ ...changed, likeness: control.likeness }] : [];
	});
	for (const { by, likeness } of others) {
		weights += likeness;
		sum += likeness * by;
	}
	if (!own || weights === 0) return { difference: 0, was: 'steady' };
	const mean = sum / weights;
	for (const { by, variance, likeness } of others) excess += likeness * ((by - mean) ** 2 - variance);
	const difference = own.by - mean;
	const z = difference / Math.sqrt(own.variance + Math.max(0, excess / weights));
	return { difference, was: z > Z90 ? 'improving' : z < -Z90 ? 'worsening' : 'steady' };
}
