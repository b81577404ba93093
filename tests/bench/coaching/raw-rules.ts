import { METRIC_SPECS, METRICS, type Metric, type PerformanceFacts } from '#solver/coaching/index.ts';
import { flagOf } from './tally.ts';

/** Plain averages by agent, positive is better; NaN where there is nothing. */
function rawAverages(facts: PerformanceFacts, metric: Metric): Float64Array {
	const spec = METRIC_SPECS[metric];
	const top = new Float64Array(facts.agents.length);
	const bottom = new Float64Array(facts.agents.length);
	if (spec.family === 'day') {
		const { agent, values, rows } = facts.agentDays;
		for (let i = 0; i < rows; i++) {
			top[agent[i]!]! += values[spec.sum][i]!;
			bottom[agent[i]!]! += values[spec.weight][i]!;
		}
		const sign = spec.isComplement ? -1 : 1;
		return top.map((sum, a) => (sign * sum) / bottom[a]!);
	}
	const { counts, sums } = facts;
	for (let i = 0; i < facts.rows; i++) {
		const a = facts.agent[i]!;
		if (metric === 'aht') top[a]! += sums.talkSeconds[i]! + sums.holdSeconds[i]! + sums.acwSeconds[i]!;
		else if (metric === 'acw') top[a]! += sums.acwSeconds[i]!;
		else top[a]! += spec.family === 'rate' ? counts[spec.hits][i]! : sums[spec.sum][i]!;
		bottom[a]! += counts[spec.family === 'rate' ? spec.of : metric === 'acw' ? 'handled' : spec.count][i]!;
	}
	return top.map((sum, a) => (spec.better * sum) / bottom[a]!);
}

const known = (values: Float64Array): number[] =>
	[...values.keys()].filter((a) => Number.isFinite(values[a]!));

/** Everybody more than one sd of the plain averages below their mean: the rule of most dashboards. */
export function fixedThreshold(facts: PerformanceFacts): Set<string> {
	const flags = new Set<string>();
	for (const metric of METRICS) {
		const values = rawAverages(facts, metric);
		const agents = known(values);
		if (agents.length === 0) continue;
		const mean = agents.reduce((sum, a) => sum + values[a]!, 0) / agents.length;
		const sd = Math.sqrt(agents.reduce((sum, a) => sum + (values[a]! - mean) ** 2, 0) / agents.length);
		if (sd > 1e-9) for (const a of agents) if (values[a]! < mean - sd) flags.add(flagOf(metric, a));
	}
	return flags;
}

/** The lowest plain averages, as many in each metric as the model has flagged there. */
export function lowestAverages(facts: PerformanceFacts, like: ReadonlySet<string>): Set<string> {
	const flags = new Set<string>();
	for (const metric of METRICS) {
		const values = rawAverages(facts, metric);
		const agents = known(values).sort((a, b) => values[a]! - values[b]!);
		const count = facts.agents.filter((_, a) => like.has(flagOf(metric, a))).length;
		for (const a of agents.slice(0, count)) flags.add(flagOf(metric, a));
	}
	return flags;
}
