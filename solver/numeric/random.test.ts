import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const sample = (n: number, draw: () => number) => {
	const values = Array.from({ length: n }, draw);
	const mean = values.reduce((a, b) => a + b, 0) / n;
	return { mean, variance: values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1) };
};

describe('createRandom()', () => {
	it('gives equal streams for equal seeds and different ones for others', () => {
		const [a, b, c] = [createRandom(1), createRandom(1), createRandom(2)];
		const first = Array.from({ length: 5 }, a.uniform);
		expect(first).toEqual(Array.from({ length: 5 }, b.uniform));
		expect(first).not.toEqual(Array.from({ length: 5 }, c.uniform));
	});

	it('fork() does not depend on how much was drawn before, and differs by name', () => {
		const a = createRandom(3);
		a.uniform();
		expect(a.fork('x').uniform()).toBe(createRandom(3).fork('x').uniform());
		expect(a.fork('x').uniform()).not.toBe(a.fork('y').uniform());
	});

	it.each([
		['uniform', (r: ReturnType<typeof createRandom>) => r.uniform(), 0.5, 1 / 12],
		['exponential', (r) => r.exponential(4), 4, 16],
		['normal', (r) => r.normal(), 0, 1],
		['poisson small', (r) => r.poisson(2.5), 2.5, 2.5],
		['poisson large', (r) => r.poisson(400), 400, 400]
	] as [string, (r: ReturnType<typeof createRandom>) => number, number, number][])(
		'%s has its mean and variance within 5 standard errors',
		(_, draw, mean, variance) => {
			const n = 40_000;
			const random = createRandom(11);
			const got = sample(n, () => draw(random));
			expect(Math.abs(got.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / n));
			expect(Math.abs(got.variance / variance - 1)).toBeLessThan(0.08);
		}
	);

	it('refuses a seed or a mean that is no number', () => {
		expect(() => createRandom(NaN)).toThrow('seed "NaN" must be a finite number');
		expect(() => createRandom(1).poisson(-1)).toThrow('mean "-1"');
	});
});
