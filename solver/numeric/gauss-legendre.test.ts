import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

const integrate = (order: number, f: (x: number) => number) => {
	const { nodes, weights } = gaussLegendre(order);
	return nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);
};

describe('gaussLegendre()', () => {
	it('has the two- and three-point rules of the textbook', () => {
		expect(gaussLegendre(2).nodes[1]).toBeCloseTo(1 / Math.sqrt(3), 15);
		expect([...gaussLegendre(3).weights].map((w) => w * 9)).toEqual(
			[5, 8, 5].map((w) => expect.closeTo(w, 13))
		);
		expect(gaussLegendre(3).nodes[1]).toBe(0);
	});

	it.each([1, 2, 5, 12, 20, 24, 32, 48, 99, 100])(
		'order %d is exact for monomials up to degree 2·order − 1',
		(order) => {
			for (const degree of [0, order, 2 * order - 2, 2 * order - 1]) {
				const exact = degree % 2 ? 0 : 2 / (degree + 1);
				expect(Math.abs(integrate(order, (x) => x ** degree) - exact)).toBeLessThan(2e-14);
			}
		}
	);

	it('integrates an exponential to rounding', () => {
		expect(integrate(20, Math.exp) / (Math.E - 1 / Math.E)).toBeCloseTo(1, 14);
	});

	it.each([0, 1.5, -3, 101, NaN])('refuses order %d', (order) => {
		expect(() => gaussLegendre(order)).toThrow(`order "${order}" must be a whole number`);
	});
});
