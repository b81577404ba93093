import { figureAt, METRICS, type Metric } from '#solver/coaching/index.ts';
import type { FeedMetric } from '#lib/contracts/feed.ts';
import type { CoachingEstimate } from './read-coaching.ts';

const Z90 = 1.6448536269514722;

/** Estimates as an agent reads them, in the order of the metrics. */
export function feedMetrics(estimates: readonly CoachingEstimate[]): FeedMetric[] {
	return METRICS.flatMap((metric) => {
		const found = estimates.find((estimate) => estimate.metric === metric);
		return found ? [feedMetric(metric, found)] : [];
	});
}

function feedMetric(metric: Metric, row: CoachingEstimate): FeedMetric {
	const { expected, estimate, sd } = row;
	const at = (by: number): number => figureAt(metric, expected, by);
	const [one, other] = [at(estimate - Z90 * sd), at(estimate + Z90 * sd)];
	const detail = row.detail as {
		by?: string;
		needed?: { kind: 'time'; days: number } | { kind: 'peers' };
	} | null;
	return {
		metric,
		verdict: row.verdict,
		observations: row.observations,
		reached: row.reached,
		expected,
		level: at(estimate),
		low: Math.min(one, other),
		high: Math.max(one, other),
		neededDays: detail?.needed?.kind === 'time' ? detail.needed.days : null,
		guardedBy: detail?.by ?? null
	};
}
