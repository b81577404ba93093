import { describe, expect, it } from 'vitest';
import { deviationOf, figureAt } from './figure-at.ts';
import { METRICS, METRIC_SPECS } from './metrics.ts';

describe('figureAt()', () => {
	it('moves to the better side in every metric, and deviationOf() takes it back', () => {
		for (const metric of METRICS) {
			const from = METRIC_SPECS[metric].scale === 'log' ? 300 : 0.4;
			const then = figureAt(metric, from, 0.1);
			expect(Math.sign(then - from), metric).toBe(METRIC_SPECS[metric].better);
			expect(deviationOf(metric, from, then), metric).toBeCloseTo(0.1, 10);
		}
	});

	it('keeps a share between 0 and 1', () => {
		expect(figureAt('fcr', 0.98, 3)).toBeLessThan(1);
		expect(figureAt('transfer', 0.02, 3)).toBeGreaterThan(0);
	});
});
