import { describe, expect, it } from 'vitest';
import { normalCdf } from './normal-cdf.ts';

describe('normalCdf()', () => {
	it('equals the tables', () => {
		// R 4: pnorm(x).
		for (const [x, value] of [
			[0, 0.5],
			[1, 0.8413447460685429],
			[-1.959963984540054, 0.025],
			[-2.9, 0.00186581330038404],
			[-3.1, 0.000967603213218358],
			[-8, 6.22096057427178e-16],
			[-20, 2.75362411860623e-89]
		] as const)
			expect(normalCdf(x) / value).toBeCloseTo(1, 10);
	});

	it('is one less its mirror, and never falls', () => {
		let before = 0;
		for (let x = -9; x < 9; x += 0.05) {
			expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
			expect(normalCdf(x)).toBeGreaterThanOrEqual(before);
			before = normalCdf(x);
		}
	});
});
