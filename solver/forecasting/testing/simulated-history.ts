import { createRandom } from '../../numeric/random.ts';
import { weekdayOf } from '../calendar.ts';
import type { CallHistory } from '../call-history.ts';

export interface SimulatedQueue {
	seed: number;
	weeks: number;
	callsPerDay: number;
	intervalSeconds?: number;
	openHour?: number;
	closeHour?: number;
	/** 0 = Sunday. */
	weekdays?: number[];
	/** Standard deviation of the day's log level. */
	dayNoise?: number;
	/** Factor on the level from a day on. */
	shift?: { day: number; factor: number };
	/** Expected values in place of Poisson draws. */
	noiseless?: boolean;
}

/** A Monday. */
export const FIRST_DAY = Date.UTC(2024, 0, 1) / 86_400_000;
const WEEKDAY_FACTORS = [0.5, 1.3, 1.1, 1, 0.95, 1.05, 0.6];

/** A queue of known habits for the tests: two humps a day, a weekday pattern, Poisson counts. */
export function simulateHistory(queue: SimulatedQueue): CallHistory {
	const { seed, weeks, callsPerDay, intervalSeconds = 1800, openHour = 8, closeHour = 20 } = queue;
	const random = createRandom(seed);
	const width = 86_400 / intervalSeconds;
	const dayCount = weeks * 7;
	const offered = new Float64Array(dayCount * width);
	const known = new Uint8Array(dayCount * width);
	const curve = Array.from({ length: width }, (_, i) => {
		const hour = ((i + 0.5) * 24) / width;
		if (hour < openHour || hour >= closeHour) return 0;
		return 0.2 + Math.exp(-0.5 * ((hour - 10.5) / 2) ** 2) + 0.8 * Math.exp(-0.5 * ((hour - 15.5) / 2) ** 2);
	});
	const whole = curve.reduce((a, b) => a + b, 0);
	for (let d = 0; d < dayCount; d++) {
		const weekday = weekdayOf(FIRST_DAY + d);
		const level = Math.exp((queue.dayNoise ?? 0) * random.normal());
		if (queue.weekdays && !queue.weekdays.includes(weekday)) continue;
		const shift = queue.shift && d >= queue.shift.day ? queue.shift.factor : 1;
		for (let i = 0; i < width; i++) {
			if (curve[i] === 0) continue;
			const mean = (callsPerDay * level * shift * WEEKDAY_FACTORS[weekday]! * curve[i]!) / whole;
			offered[d * width + i] = queue.noiseless ? mean : random.poisson(mean);
			known[d * width + i] = 1;
		}
	}
	return { intervalSeconds, firstDay: FIRST_DAY, dayCount, offered, known };
}
