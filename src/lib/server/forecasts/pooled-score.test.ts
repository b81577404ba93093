import { describe, expect, it } from 'vitest';
import { pooledScore } from './pooled-score.ts';

const tested = (wape: number, naive: number, coverage80: number) => ({
	wape,
	bias: 0,
	mase: 1,
	coverage80,
	noiseFloor: 0.05,
	baseline: { seasonalNaive: { wape: naive } }
});

describe('pooledScore()', () => {
	it('weighs WAPE by contacts and coverage by intervals', () => {
		const score = pooledScore([
			{ backtest: tested(0.1, 0.2, 0.8), offered: 900, intervals: 100 },
			{ backtest: tested(0.3, 0.4, 0.6), offered: 100, intervals: 300 }
		]);
		expect(score.wape).toBeCloseTo(0.12, 12);
		expect(score.seasonalNaiveWape).toBeCloseTo(0.22, 12);
		expect(score.coverage80).toBeCloseTo(0.65, 12);
	});

	it('leaves out a queue that could not be tested, and knows nothing where none could', () => {
		const untested = { backtest: null, offered: 5_000, intervals: 100 };
		expect(
			pooledScore([untested, { backtest: tested(0.1, 0.2, 0.8), offered: 10, intervals: 9 }]).wape
		).toBeCloseTo(0.1, 12);
		expect(pooledScore([untested])).toEqual({ wape: null, seasonalNaiveWape: null, coverage80: null });
		expect(pooledScore([])).toEqual({ wape: null, seasonalNaiveWape: null, coverage80: null });
	});
});
