import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import type { BacktestCell } from './backtest.ts';
import { combineByBacktest } from './combine.ts';

function cells(days: number, errors: number[], mean = 200): BacktestCell[] {
	const random = createRandom(6);
	return Array.from({ length: days * 10 }, (_, k) => ({
		origin: 0,
		daysAhead: 1,
		at: k,
		isSpecial: false,
		day: Math.floor(k / 10),
		interval: k % 10,
		actual: random.poisson(mean),
		forecasts: errors.map((error) => mean * (1 + error * random.normal()))
	}));
}

describe('combineByBacktest()', () => {
	it('weighs the same without a back-test', () =>
		expect(combineByBacktest([], 4)).toEqual([0.25, 0.25, 0.25, 0.25]));

	it('gives weights that sum to 1, most to the model that errs least', () => {
		const weights = combineByBacktest(cells(50, [0.3, 0.02, 0.5]), 3);
		expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
		expect(weights[1]).toBeGreaterThan(0.8);
	});

	it('shares between models whose errors cancel', () => {
		const weights = combineByBacktest(cells(80, [0.2, 0.2]), 2);
		expect(Math.abs(weights[0]! - 0.5)).toBeLessThan(0.2);
	});

	it('forecasting nothing does not win on a queue of few calls', () => {
		const quiet = cells(60, [0, 0], 0.4).map((cell) => ({ ...cell, forecasts: [0.4, 0] }));
		expect(combineByBacktest(quiet, 2)[0]).toBeGreaterThan(0.9);
	});
});
