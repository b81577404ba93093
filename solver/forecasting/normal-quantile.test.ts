import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';

describe('normalQuantile()', () => {
	// R 4: qnorm(p, 0, 1), printed to 16 digits.
	it.each([
		[0.5, 0],
		[0.9, 1.2815515655446004],
		[0.975, 1.959963984540054],
		[0.999, 3.090232306167813],
		[1e-10, -6.361340902404056],
		[0.05, -1.6448536269514729]
	])('of %s is %s', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 12));

	it('is odd about one half, and endless at the ends', () => {
		for (const p of [0.01, 0.2, 0.45]) expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 12);
		expect(normalQuantile(0)).toBe(-Infinity);
		expect(normalQuantile(1)).toBe(Infinity);
	});

	it('refuses what is no probability', () => expect(() => normalQuantile(1.2)).toThrow('"1.2"'));
});
