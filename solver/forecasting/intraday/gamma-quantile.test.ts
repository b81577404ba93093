import { describe, expect, it } from 'vitest';
import { gammaQuantile } from './gamma-quantile.ts';

/** P(X ≤ x) of a gamma variable of mean 1 and whole shape k: 1 − Σ_{i<k} e^−y yⁱ / i!, y = kx. */
function distribution(x: number, shape: number): number {
	const y = x * shape;
	let [term, sum] = [Math.exp(-y), 0];
	for (let i = 0; i < shape; i++) {
		sum += term;
		term *= y / (i + 1);
	}
	return 1 - sum;
}

describe('gammaQuantile()', () => {
	it.each([3, 10, 100, 400])('has its probability below it, for a shape of %d', (shape) => {
		expect(distribution(gammaQuantile(1, shape, -1.2815515655446004), shape)).toBeCloseTo(0.1, 2);
		expect(distribution(gammaQuantile(1, shape, 1.2815515655446004), shape)).toBeCloseTo(0.9, 2);
	});
});
