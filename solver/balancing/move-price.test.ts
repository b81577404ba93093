import { expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { movePrice } from './move-price.ts';

const range = { scarce: 4, plenty: 0.5 };

it('is scarce without any left, plenty with all that can be saved up, and rises evenly between', () => {
	expect(movePrice(0, 6, range)).toBe(4);
	expect(movePrice(6, 6, range)).toBe(0.5);
	expect(movePrice(9, 6, range)).toBe(0.5);
	for (let left = 1; left <= 6; left++)
		expect(movePrice(left - 1, 6, range) / movePrice(left, 6, range)).toBeCloseTo(8 ** (1 / 6), 9);
});

it('brings in more than the best price for all, where calm and busy spells take turns', () => {
	const random = createRandom(3);
	let isBusy = false;
	const offers = Array.from({ length: 20_000 }, () => {
		if (random.uniform() < 0.01) isBusy = !isBusy;
		return random.uniform() < 0.3 ? random.exponential(isBusy ? 2 : 0.5) : 0;
	});
	const earned = (price: (left: number) => number) => {
		let [left, sum] = [0, 0];
		for (const worth of offers) {
			left = Math.min(6, left + 0.08);
			if (left < 1 || worth <= price(left)) continue;
			left--;
			sum += worth;
		}
		return sum;
	};
	const fixed = Array.from({ length: 16 }, (_, k) => earned(() => k / 5));
	expect(earned((left) => movePrice(left, 6, range))).toBeGreaterThan(1.05 * Math.max(...fixed));
});
