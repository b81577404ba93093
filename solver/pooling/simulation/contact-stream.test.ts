import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { drawContacts, emptyStream, type ContactStream } from './contact-stream.ts';
import { buildPoolModel } from './pool-model.ts';

const queues = [
	{ id: 'a', patienceSeconds: 60, serviceLevel: { share: 0.8, thresholdSeconds: 20 } },
	{ id: 'b', patienceSeconds: null, serviceLevel: { share: 0.8, thresholdSeconds: 20 }, ahtCv: 0.5 }
];
const model = buildPoolModel(queues, [{ queueIds: ['a', 'b'] }]);

function drawn(volumes: number[], seed: number, factors?: number[]): ContactStream {
	const stream = emptyStream();
	const plan = {
		intervals: volumes.length / 2,
		intervalSeconds: 900,
		volumes: Float64Array.from(volumes),
		ahtSeconds: new Float64Array(volumes.length).fill(200)
	};
	drawContacts(stream, model, plan, createRandom(seed), factors && Float64Array.from(factors));
	return stream;
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('drawContacts()', () => {
	it('draws Poisson counts of the expected size in each interval and queue, in order of time', () => {
		const volumes = [3, 0, 0, 0, 12, 30];
		const counts = volumes.map(() => [] as number[]);
		let wrong = 0;
		for (let seed = 0; seed < 1500; seed++) {
			const { at, cell, queue, count } = drawn(volumes, seed);
			const of = Array<number>(6).fill(0);
			for (let k = 0; k < count; k++) {
				of[cell[k]!]!++;
				if (cell[k]! % 2 !== queue[k] || Math.floor(at[k]! / 900) !== Math.floor(cell[k]! / 2)) wrong++;
				if (k > 0 && at[k]! < at[k - 1]!) wrong++;
			}
			of.forEach((n, at) => counts[at]!.push(n));
		}
		expect(wrong).toBe(0);
		counts.forEach((sample, at) => {
			const expected = volumes[at]!;
			const average = mean(sample);
			const variance = mean(sample.map((n) => (n - average) ** 2));
			expect(Math.abs(average - expected)).toBeLessThanOrEqual(4 * Math.sqrt(expected / 1500));
			// The variance of a Poisson sample's variance is about (2λ² + λ) / n.
			expect(Math.abs(variance - expected)).toBeLessThanOrEqual(
				4 * Math.sqrt((2 * expected ** 2 + expected) / 1500)
			);
		});
	});

	it('draws handling times and patience of the given means and shapes', () => {
		const { serviceSeconds, deadline, at, queue, count } = drawn(Array<number>(200).fill(500), 5);
		const of = (q: number) => Array.from({ length: count }, (_, k) => k).filter((k) => queue[k] === q);
		const cv = (values: number[]) => {
			const average = mean(values);
			return Math.sqrt(mean(values.map((x) => (x - average) ** 2))) / average;
		};
		const [a, b] = [of(0), of(1)].map((ks) => ks.map((k) => serviceSeconds[k]!));
		expect(mean(a!)).toBeGreaterThan(196);
		expect(mean(a!)).toBeLessThan(204);
		expect(cv(a!)).toBeCloseTo(1, 1);
		expect(mean(b!)).toBeGreaterThan(198);
		expect(mean(b!)).toBeLessThan(202);
		expect(cv(b!)).toBeCloseTo(0.5, 1);
		const patience = mean(of(0).map((k) => deadline[k]! - at[k]!));
		expect(Math.abs(patience - 60)).toBeLessThan(1.5);
		expect(of(1).every((k) => deadline[k] === Infinity)).toBe(true);
	});

	it('keeps each contact and brings it forward when the volume grows', () => {
		const before = drawn([40, 60, 40, 60], 9);
		const after = drawn([40, 60, 40, 60], 9, [1.2, 1.2, 1.2, 1.2]);
		expect(after.count).toBeGreaterThan(before.count);
		for (let k = 0; k < before.count; k++) {
			expect(after.serviceSeconds[k]).toBe(before.serviceSeconds[k]);
			expect(after.queue[k]).toBe(before.queue[k]);
			expect(after.at[k]).toBeCloseTo(before.at[k]! / 1.2, 6);
		}
	});
});
