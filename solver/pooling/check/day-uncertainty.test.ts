import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { dayUncertainty } from './day-uncertainty.ts';
import { drawFactors } from './draw-factors.ts';
import { percentile } from './spread-of.ts';

const INTERVALS = 24;
const volumes = Array.from(
	{ length: INTERVALS },
	(_, i) => 20 + 100 * Math.sin((Math.PI * (i + 1)) / (INTERVALS + 1)) ** 2
);
const dayIndex = new Int32Array(INTERVALS);

/** A band as the forecast makes it: variance = counting × mean + (relative × mean)². */
const band = (counting: number, relative: number, means = volumes) => {
	const sd = means.map((mean) => Math.sqrt(counting * mean + (relative * mean) ** 2));
	return {
		volumes: means,
		p10: means.map((mean, i) => Math.max(0, mean - 1.2815515655 * sd[i]!)),
		p90: means.map((mean, i) => mean + 1.2815515655 * sd[i]!)
	};
};

describe('dayUncertainty()', () => {
	it("finds the day's level and each interval's own noise in the band", () => {
		const { dayVariance, intervalVariance } = dayUncertainty(band(1.4, 0.09), dayIndex, 1);
		expect(dayVariance[0]).toBeCloseTo(0.0081, 6);
		volumes.forEach((mean, i) => expect(intervalVariance[i]! * (1 + 0.0081)).toBeCloseTo(0.4 / mean, 6));
	});

	it('takes a Poisson band for certainty, and a narrower one too', () => {
		for (const counting of [1, 0.6]) {
			const { dayVariance, intervalVariance } = dayUncertainty(band(counting, 0), dayIndex, 1);
			expect(dayVariance[0]).toBeCloseTo(0, 9);
			expect(Math.max(...intervalVariance)).toBeLessThan(1e-9);
		}
	});

	it('gives all to the day where volumes do not differ, and nothing to a day without contacts', () => {
		const flat = Array<number>(INTERVALS).fill(50);
		const { dayVariance, intervalVariance } = dayUncertainty(band(1, 0.1, flat), dayIndex, 1);
		expect(dayVariance[0]).toBeCloseTo(0.01, 6);
		expect(Math.max(...intervalVariance)).toBeLessThan(1e-9);
		const none = dayUncertainty(band(1, 0.1, Array<number>(INTERVALS).fill(0)), dayIndex, 1);
		expect(none.dayVariance[0]).toBe(0);
	});

	it('gives back the band when counts are drawn: 10th and 90th percentile of each interval', () => {
		const given = band(1.3, 0.1);
		const uncertainty = [dayUncertainty(given, dayIndex, 1)];
		const factors = new Float64Array(INTERVALS);
		const counts = volumes.map(() => [] as number[]);
		const root = createRandom(8);
		for (let r = 0; r < 6000; r++) {
			const random = root.fork(`r ${r}`);
			drawFactors(factors, uncertainty, dayIndex, 0.5, random);
			volumes.forEach((mean, i) => counts[i]!.push(random.poisson(mean * factors[i]!)));
		}
		let inside = 0;
		counts.forEach((sample, i) => {
			const sorted = Float64Array.from(sample).sort();
			const width = given.p90[i]! - given.p10[i]!;
			expect(Math.abs(percentile(sorted, 0.1) - given.p10[i]!)).toBeLessThan(0.06 * width + 0.5);
			expect(Math.abs(percentile(sorted, 0.9) - given.p90[i]!)).toBeLessThan(0.06 * width + 0.5);
			inside += sample.filter((n) => n >= given.p10[i]! && n <= given.p90[i]!).length / sample.length;
		});
		expect(inside / INTERVALS).toBeGreaterThan(0.78);
		expect(inside / INTERVALS).toBeLessThan(0.82);
	});

	it("correlates the queues' days as asked", () => {
		const uncertainty = [0, 1].map(() => dayUncertainty(band(1, 0.1), dayIndex, 1));
		const factors = new Float64Array(2 * INTERVALS);
		const root = createRandom(4);
		for (const correlation of [0, 0.5, 1]) {
			let [xy, xx, yy] = [0, 0, 0];
			for (let r = 0; r < 4000; r++) {
				drawFactors(factors, uncertainty, dayIndex, correlation, root.fork(`${correlation} ${r}`));
				const [x, y] = [Math.log(factors[0]!) + 0.005, Math.log(factors[1]!) + 0.005];
				xy += x * y;
				xx += x * x;
				yy += y * y;
			}
			expect(Math.abs(xy / Math.sqrt(xx * yy) - correlation)).toBeLessThan(0.05);
		}
	});
});
