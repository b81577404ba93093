import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { bandAround, fitBands } from './bands.ts';

function samples(seed: number, days: number, relative: number) {
	const random = createRandom(seed);
	return Array.from({ length: days * 20 }, (_, k) => {
		const forecast = 5 + 15 * (k % 20);
		const level = Math.exp(relative * random.fork(String(Math.floor(k / 20))).normal());
		return { day: Math.floor(k / 20), forecast, actual: random.poisson(forecast * level) };
	});
}

describe('fitBands()', () => {
	it.each([0, 0.1, 0.25])(
		'covers four in five unseen counts with a level unsure by a factor of %s',
		(relative) => {
			const model = fitBands(samples(1, 200, relative));
			const unseen = samples(2, 300, relative);
			const inside = unseen.filter(({ forecast, actual }) => {
				const { p10, p90 } = bandAround(model, forecast, 7);
				return actual >= p10 && actual <= p90;
			});
			expect(inside.length / unseen.length).toBeGreaterThan(0.75);
			expect(inside.length / unseen.length).toBeLessThan(0.85);
		}
	);

	it('idle hours that were rightly forecast do not narrow it', () => {
		const busy = samples(1, 60, 0.1);
		const idle = busy.map(({ day }) => ({ day, forecast: 0.001, actual: 0 }));
		expect(fitBands([...busy, ...idle])).toEqual(fitBands(busy));
	});
});

describe('bandAround()', () => {
	const model = fitBands(samples(1, 60, 0.1));

	it('holds the mean, never goes below 0, and widens with the days ahead', () => {
		for (const mean of [0, 0.01, 1, 40, 5000]) {
			const [near, far] = [bandAround(model, mean, 1), bandAround(model, mean, 120)];
			expect(near.p10).toBeGreaterThanOrEqual(0);
			expect(near.p10).toBeLessThanOrEqual(mean);
			expect(near.p90).toBeGreaterThanOrEqual(mean);
			expect(far.p90 - far.p10).toBeGreaterThanOrEqual(near.p90 - near.p10);
		}
	});
});
