import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { weekdayOf } from '../calendar.ts';
import { simulateHistory } from '../testing/simulated-history.ts';
import { fitAht } from './fit-aht.ts';

const QUEUE = { weeks: 16, callsPerDay: 700, weekdays: [1, 2, 3, 4, 5] };

/** Handle times of 240 s ± 40 % a call and 4 % a day. */
function withAht(seed: number) {
	const history = simulateHistory({ ...QUEUE, seed });
	const random = createRandom(seed + 1);
	const days = Array.from({ length: history.dayCount }, () => 1 + 0.04 * random.normal());
	const ahtSeconds = history.offered.map((calls, k) =>
		calls > 0 ? 240 * days[Math.floor(k / 48)]! * (1 + (0.4 / Math.sqrt(calls)) * random.normal()) : 0
	);
	return { ...history, ahtSeconds };
}

describe('fitAht()', () => {
	it('covers about four in five of unseen handle times', () => {
		let [inside, all] = [0, 0];
		for (const seed of [3, 13, 23, 33]) {
			const aht = fitAht(withAht(seed));
			const unseen = withAht(seed + 300);
			unseen.ahtSeconds.forEach((seconds, k) => {
				if (seconds === 0) return;
				const weekday = weekdayOf(unseen.firstDay + Math.floor(k / 48));
				const band = aht.at(weekday, k % 48, unseen.offered[k]!);
				expect(band.ahtP10Seconds! <= band.ahtSeconds! && band.ahtSeconds! <= band.ahtP90Seconds!).toBe(true);
				all++;
				if (seconds >= band.ahtP10Seconds! && seconds <= band.ahtP90Seconds!) inside++;
			});
		}
		expect(inside / all).toBeGreaterThan(0.75);
		expect(inside / all).toBeLessThan(0.86);
	});

	it('is the wider the fewer the contacts, and stays above 0', () => {
		const aht = fitAht(withAht(5));
		const [few, many] = [aht.at(1, 20, 1), aht.at(1, 20, 400)];
		expect(few.ahtP90Seconds! - few.ahtP10Seconds!).toBeGreaterThan(
			many.ahtP90Seconds! - many.ahtP10Seconds!
		);
		expect(few.ahtP10Seconds!).toBeGreaterThanOrEqual(0);
	});

	it('nothing measured: null', () =>
		expect(fitAht(simulateHistory({ ...QUEUE, seed: 1 })).at(1, 20, 5)).toEqual({
			ahtSeconds: null,
			ahtP10Seconds: null,
			ahtP90Seconds: null
		}));
});
