import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { fitShrunkRegression, type Block } from './shrunk-regression.ts';

const BLOCKS: Block[] = [
	{ name: 'intercept', start: 0, end: 1, scale: 1, flat: true },
	{ name: 'true', start: 1, end: 6, scale: 0.1 },
	{ name: 'empty', start: 6, end: 16, scale: 0.1 }
];
const P = 16;

function sample(rows: number, noise: number) {
	const random = createRandom(21);
	const truth = Float64Array.from({ length: P }, (_, k) => (k === 0 ? 3 : k < 6 ? 0.5 * random.normal() : 0));
	const design = Float64Array.from({ length: rows * P }, (_, k) => (k % P === 0 ? 1 : random.normal()));
	const response = Float64Array.from({ length: rows }, (_, d) => {
		let sum = noise * random.normal();
		for (let k = 0; k < P; k++) sum += design[d * P + k]! * truth[k]!;
		return sum;
	});
	return { truth, design, response, weights: new Float64Array(rows).fill(1) };
}

describe('fitShrunkRegression()', () => {
	it('finds the coefficients, the noise, and that a block is empty', () => {
		const { truth, design, response, weights } = sample(400, 0.2);
		const fit = fitShrunkRegression(design, response, weights, BLOCKS);
		for (let k = 0; k < P; k++) expect(Math.abs(fit.coefficients[k]! - truth[k]!)).toBeLessThan(0.05);
		expect(fit.noiseSd).toBeGreaterThan(0.17);
		expect(fit.noiseSd).toBeLessThan(0.23);
		expect(Math.exp(fit.hyperparameters.logScales[2]!)).toBeLessThan(0.02);
	});

	it('a row of weight 0 is not seen', () => {
		const { design, response, weights } = sample(60, 0.2);
		const strange = response.slice();
		strange[7] = 1e6;
		weights[7] = 0;
		expect(fitShrunkRegression(design, strange, weights, BLOCKS).coefficients).toEqual(
			fitShrunkRegression(design, response, weights, BLOCKS).coefficients
		);
	});

	it('more columns than rows is no obstacle, and exact data no trap', () => {
		const { design, response, weights } = sample(8, 0);
		const fit = fitShrunkRegression(design, response, weights, BLOCKS);
		expect([...fit.coefficients].every(Number.isFinite)).toBe(true);
		expect(fit.noiseSd).toBeGreaterThan(0);
	});
});
