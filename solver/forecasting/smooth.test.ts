import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { smooth, smoothByCp } from './smooth.ts';

const positions = Array.from({ length: 60 }, (_, i) => i);
const ones = new Float64Array(60).fill(1);

describe('smooth()', () => {
	it('leaves a straight line as it is, ends included', () => {
		const line = Float64Array.from(positions, (i) => 3 - 0.2 * i);
		smooth(line, ones, positions, 4).values.forEach((v, i) => expect(v).toBeCloseTo(line[i]!, 9));
	});

	it('bandwidth 0 gives the values back', () => {
		const values = Float64Array.from(positions, (i) => i % 3);
		expect(smooth(values, ones, positions, 0).values).toEqual(values);
	});
});

describe('smoothByCp()', () => {
	const random = createRandom(2);
	const curve = Float64Array.from(positions, (i) => Math.sin(i / 9));
	const noisy = (sd: number) => curve.map((v) => v + sd * random.normal());
	const error = (values: Float64Array) => values.reduce((sum, v, i) => sum + (v - curve[i]!) ** 2, 0);

	it('smooths more the noisier the values are, and comes nearer to the curve behind them', () => {
		const [quiet, loud] = [noisy(0.01), noisy(0.4)];
		const a = smoothByCp(quiet, ones.map(() => 1e-4), positions); // prettier-ignore
		const b = smoothByCp(loud, ones.map(() => 0.16), positions); // prettier-ignore
		expect(b.bandwidth).toBeGreaterThan(a.bandwidth);
		expect(error(b.values)).toBeLessThan(error(loud) / 3);
	});

	it('a value of infinite variance is not believed', () => {
		const values = curve.slice();
		values[30] = 1000;
		const variances = ones.map((_, i) => (i === 30 ? Infinity : 0.04));
		expect(Math.abs(smoothByCp(values, variances, positions).values[31]! - curve[31]!)).toBeLessThan(0.3);
	});
});
