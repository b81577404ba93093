import type { PerformanceFacts } from '../facts/performance-facts.ts';
import { METRICS, type Metric } from '../metrics.ts';
import { compareMetric, type Comparison } from './compare-metric.ts';
import { mixCells, type MixCells } from './mix-cells.ts';

export interface FairComparison {
	cells: MixCells;
	/** Metrics of which anybody has observations. */
	metrics: Map<Metric, Comparison>;
}

/**
 * Every agent beside what was fair to expect, by metric. The model and its equations: solver/README.md, Coaching.
 *
 * @param metrics all by default
 * Cost: per metric a few passes over the rows, and some dozens over the cells.
 */
export function compareAgents(facts: PerformanceFacts, metrics: readonly Metric[] = METRICS): FairComparison {
	const cells = mixCells(facts);
	const compared = new Map<Metric, Comparison>();
	for (const metric of metrics) {
		const comparison = compareMetric(facts, metric, cells);
		if (comparison) compared.set(metric, comparison);
	}
	return { cells, metrics: compared };
}
