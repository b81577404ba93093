import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { simulateHistory } from '../testing/simulated-history.ts';
import { bias } from './bias.ts';
import { coverage } from './coverage.ts';
import { mase } from './mase.ts';
import { noiseFloor } from './noise-floor.ts';
import { wape } from './wape.ts';

const PAIRS = [
	{ forecast: 90, actual: 100 },
	{ forecast: 60, actual: 50 },
	{ forecast: 30, actual: 50 }
];

describe('wape() and bias()', () => {
	it('are Σ|F−A|/ΣA and Σ(F−A)/ΣA', () => {
		expect(wape(PAIRS)).toBeCloseTo(40 / 200, 12);
		expect(bias(PAIRS)).toBeCloseTo(-20 / 200, 12);
	});

	it('are null where no call came', () => {
		expect(wape([{ forecast: 3, actual: 0 }])).toBeNull();
		expect(bias([])).toBeNull();
	});
});

describe('noiseFloor()', () => {
	it.each([0.3, 20, 900])(
		'is what a perfect forecast of Poisson counts with mean %d still misses',
		(mean) => {
			const random = createRandom(9);
			let error = 0;
			for (let k = 0; k < 20_000; k++) error += Math.abs(random.poisson(mean) - mean);
			expect(noiseFloor([mean])! / (error / 20_000 / mean)).toBeCloseTo(1, 1);
		}
	);

	it('is null for a forecast of nothing', () => expect(noiseFloor([0, 0])).toBeNull());
});

describe('coverage()', () => {
	it('counts values inside, ends included', () => {
		const band = { p10: 1, p90: 3 };
		expect(coverage([0, 1, 2, 3, 4].map((actual) => ({ ...band, actual })))).toBeCloseTo(0.6, 12);
		expect(coverage([])).toBeNull();
	});
});

describe('mase()', () => {
	it('is 1 for errors as large as those of last week against this', () => {
		const history = simulateHistory({ seed: 1, weeks: 2, callsPerDay: 500 });
		const week = history.offered.length / 2;
		const pairs = [];
		for (let k = 0; k < week; k++)
			if (history.known[k]) pairs.push({ forecast: history.offered[k]!, actual: history.offered[k + week]! });
		expect(mase(pairs, history)).toBeCloseTo(1, 12);
	});

	it('is null without a pair of weeks', () => {
		expect(mase(PAIRS, simulateHistory({ seed: 1, weeks: 1, callsPerDay: 500 }))).toBeNull();
	});
});
