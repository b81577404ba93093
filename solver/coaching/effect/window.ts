import type { Comparison } from '../compare/compare-metric.ts';
import { tenureCurve } from '../compare/compare-metric.ts';
import type { FactAgent } from '../facts/performance-facts.ts';
import { METRIC_SPECS } from '../metrics.ts';

/** An agent's mean over some days, case mix and what tenure lets expect taken out; positive is better. */
export interface WindowMean {
	mean: number;
	/** Variance by chance and by good and bad days. */
	variance: number;
	observations: number;
	days: number;
}

/** Days from `from` to before `to`; null without observations. Cost: O(days). */
export function windowMean(
	comparison: Comparison,
	agents: readonly FactAgent[],
	agent: number,
	from: number,
	to: number
): WindowMean | null {
	const { residuals, noise, dayVariance, level, tenure, metric } = comparison;
	const { tenureDays } = agents[agent]!;
	let [top, weight, squares, observations, days] = [0, 0, 0, 0, 0];
	for (let day = Math.max(0, from); day < Math.min(to, residuals.days); day++) {
		const at = agent * residuals.days + day;
		const w = residuals.weight[at]!;
		if (w === 0) continue;
		const fair = level + tenure * tenureCurve(tenureDays === null ? null : tenureDays + day);
		top += residuals.sum[at]! - w * fair;
		weight += w;
		squares += w * w;
		observations += residuals.n[at]!;
		days++;
	}
	if (weight === 0) return null;
	return {
		mean: (METRIC_SPECS[metric].better * top) / weight,
		variance: noise / weight + (dayVariance * squares) / weight ** 2,
		observations,
		days
	};
}
