import type { Comparison, Standing } from '../compare/compare-metric.ts';
import { METRIC_SPECS, type Metric } from '../metrics.ts';

/** What the data carry of one agent in one metric. */
export type Verdict = VerdictBase &
	(
		| { kind: 'gap' }
		| { kind: 'strength' }
		/** Near what is fair to expect, or at least nothing that would be worth a word. */
		| { kind: 'fair' }
		/** It looks like a gap or strength, but another metric says that it is the price or the fruit of something else. */
		| { kind: 'guarded'; as: 'gap' | 'strength'; by: Metric }
		/** A gap of one sd could not be told from chance yet. */
		| { kind: 'thin'; needed: Needed }
	);

export interface VerdictBase {
	agent: number;
	metric: Metric;
	standing: Standing;
	/** Estimate in sds of true skill between agents; positive is better. 0 where agents do not differ. */
	sds: number;
	/** Posterior chance that the agent is worse, or better, than fair by more than what is material. */
	gapProbability: number;
	strengthProbability: number;
	/** Benjamini–Hochberg over all agents and metrics, of "not worse" and "not better" than fair. */
	gapP: number;
	strengthP: number;
}

/** What would make it tellable: so many more observations, on about so many more days; or more peers on the same work. */
export type Needed = { kind: 'time'; observations: number; days: number } | { kind: 'peers' };

/** A gap of one sd is told when the standard error is at most this share of it. */
const TELLABLE = 0.5;
const FEWEST_DAYS = 5;
/** Of contacts one says little; an evaluation or a whole shift says more. */
const FEWEST_OBSERVATIONS = { mean: 30, rate: 30, day: 8 };

export const oneSd = ({ material }: Comparison): number => 2 * material;

/** Whether there is enough for the normal approximations behind the chances. */
export const isTestable = (metric: Metric, { days, observations }: Standing): boolean =>
	days >= FEWEST_DAYS && observations >= FEWEST_OBSERVATIONS[METRIC_SPECS[metric].family];

/** Null: there is enough. */
export function neededFor(comparison: Comparison, standing: Standing): Needed | null {
	const target = (TELLABLE * oneSd(comparison)) ** 2;
	const variance = standing.error ** 2;
	const fewest = FEWEST_OBSERVATIONS[METRIC_SPECS[comparison.metric].family];
	const few = Math.max(FEWEST_DAYS / standing.days, fewest / standing.observations);
	if (variance <= target && few <= 1) return null;
	// Chance and days wear off with time; few peers do not.
	const ofPeers = variance - standing.chance;
	if (ofPeers >= target) return { kind: 'peers' };
	const times = Math.max(few, standing.chance / (target - ofPeers)) - 1;
	return {
		kind: 'time',
		observations: Math.max(1, Math.ceil(standing.observations * times)),
		days: Math.max(1, Math.ceil(standing.days * times))
	};
}
