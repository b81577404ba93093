import { createRandom } from '../../numeric/random.ts';
import { weekdayOf } from '../calendar.ts';
import type { CallHistory } from '../call-history.ts';
import { FIRST_DAY } from './simulated-history.ts';

const WEEKDAY_FACTORS = [0.45, 1.25, 1.1, 1.03, 1, 0.97, 0.6];

/**
 * Queues `q0`, `q1` … of a centre, of so many calls a day each, by the hour from 08:00 to 20:00: they share the
 * weekday's habit, part of a walking level and of each day's noise, and differ in the hour of their peak.
 */
export function simulateCentre(
	seed: number,
	days: number,
	callsPerDay: readonly number[]
): { id: string; history: CallHistory }[] {
	const random = createRandom(seed);
	const width = 24;
	const peaks = callsPerDay.map(() => 9.5 + 3 * random.uniform());
	const levels = callsPerDay.map(() => 0);
	const offered = callsPerDay.map(() => new Float64Array(days * width));
	const known = new Uint8Array(days * width);
	let [level, noise] = [0, 0];
	for (let d = 0; d < days; d++) {
		const weekday = weekdayOf(FIRST_DAY + d);
		if (weekday === 1) level += 0.015 * random.normal();
		noise = 0.4 * noise + 0.05 * random.normal();
		callsPerDay.forEach((calls, q) => {
			if (weekday === 1) levels[q]! += 0.01 * random.normal();
			const total = calls * WEEKDAY_FACTORS[weekday]! * Math.exp(level + noise + levels[q]! + 0.05 * random.normal()); // prettier-ignore
			for (let hour = 8; hour < 20; hour++) {
				const curve = 0.3 + Math.exp(-0.5 * ((hour - peaks[q]!) / 2.5) ** 2);
				offered[q]![d * width + hour] = random.poisson((total * curve) / 9.2);
				known[d * width + hour] = 1;
			}
		});
	}
	return offered.map((cells, q) => ({
		id: `q${q}`,
		history: { intervalSeconds: 3600, firstDay: FIRST_DAY, dayCount: days, offered: cells, known }
	}));
}
