import { logistic } from './compare/fit-case-mix.ts';
import { METRIC_SPECS, type Metric } from './metrics.ts';

/**
 * A figure (seconds, a share, or the figure itself) moved by a deviation on its metric's scale, where positive is better:
 * figureAt('aht', 300, 0.1) ≈ 271.
 */
export function figureAt(metric: Metric, from: number, by: number): number {
	const { scale, better } = METRIC_SPECS[metric];
	const step = better * by;
	if (scale === 'log') return from * Math.exp(step);
	if (scale === 'logit') return logistic(Math.log(from / (1 - from)) + step);
	return from + step;
}

/** The deviation between two figures: figureAt(metric, from, deviationOf(metric, from, to)) is `to`. */
export function deviationOf(metric: Metric, from: number, to: number): number {
	const { scale, better } = METRIC_SPECS[metric];
	if (scale === 'log') return better * Math.log(to / from);
	if (scale === 'logit') return better * (Math.log(to / (1 - to)) - Math.log(from / (1 - from)));
	return better * (to - from);
}
