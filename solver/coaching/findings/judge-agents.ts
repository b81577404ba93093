import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { FairComparison } from '../compare/compare-agents.ts';
import type { Metric } from '../metrics.ts';
import { adjustedPValues, mostCertain } from './false-discoveries.ts';
import { guardOf } from './guards.ts';
import { isTestable, neededFor, type Verdict, type VerdictBase } from './verdict.ts';

export interface JudgeOptions {
	/** Share of false ones that may be expected among the gaps, and among the strengths; 8 % by default. */
	falseDiscoveries?: number;
}
/** A tenth is the promise; some of it is kept for what is wrong with every model. */
export const FALSE_DISCOVERIES = 0.08;
/** Level of the Benjamini–Hochberg gate. */
const REJECTED = 0.1;

/**
 * A verdict for each agent and metric with observations. A gap must pass twice: "not worse than fair" is rejected by
 * Benjamini–Hochberg over all agents and metrics, and it is among the most certain of those worse than fair by more
 * than what is material, cut where the expected share of false ones reaches `falseDiscoveries`.
 *
 * Cost: O(m log m) for m agents × metrics.
 */
export function judgeAgents(comparison: FairComparison, options: JudgeOptions = {}): Verdict[] {
	const share = options.falseDiscoveries ?? FALSE_DISCOVERIES;
	const all: VerdictBase[] = [];
	for (const [metric, { standings, material, spread }] of comparison.metrics)
		for (const standing of standings) {
			const { estimate, sd, raw, error } = standing;
			const beyond = (edge: number): number => (sd > 0 ? normalCdf(edge / sd) : edge > 0 ? 1 : 0);
			all.push({
				agent: standing.agent,
				metric,
				standing,
				sds: spread > 0 ? estimate / spread : 0,
				gapProbability: beyond(-material - estimate),
				strengthProbability: beyond(estimate - material),
				gapP: normalCdf(raw / error),
				strengthP: normalCdf(-raw / error)
			});
		}
	const tested = all.filter(({ metric, standing }) => isTestable(metric, standing));
	for (const name of ['gapP', 'strengthP'] as const) {
		const adjusted = adjustedPValues(tested.map((base) => base[name]));
		tested.forEach((base, i) => (base[name] = adjusted[i]!));
	}
	const found = new Map<VerdictBase, 'gap' | 'strength'>();
	for (const kind of ['gap', 'strength'] as const) {
		const rejected = tested.filter((base) => base[`${kind}P`] <= REJECTED);
		const certain = mostCertain(
			rejected.map((base) => 1 - base[`${kind}Probability`]),
			share
		);
		for (const i of certain) found.set(rejected[i]!, kind);
	}
	const byAgent = Map.groupBy(all, ({ agent }) => agent);
	return all.map((base): Verdict => {
		const kind = found.get(base);
		if (kind) {
			const of = (metric: Metric) => byAgent.get(base.agent)!.find((other) => other.metric === metric);
			const by = guardOf(kind, base.metric, of);
			return by ? { ...base, kind: 'guarded', as: kind, by } : { ...base, kind };
		}
		const needed = neededFor(comparison.metrics.get(base.metric)!, base.standing);
		return needed ? { ...base, kind: 'thin', needed } : { ...base, kind: 'fair' };
	});
}
