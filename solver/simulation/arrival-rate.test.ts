import { describe, expect, it } from 'vitest';
import { expectedArrivals } from './arrival-rate.ts';
import { runFloor } from './floor/run-floor.ts';
import { parseScenario } from './parse-scenario.ts';

const scenario = parseScenario({
	site: { utcOffsetSeconds: -18_000 },
	queues: [
		{
			id: 'q',
			arrivals: {
				weeklyVolume: 7000,
				weekdayShape: [3, 2, 2, 2, 2, 1, 0],
				intervalShape: [0, 1, 2, 4, 4, 3, 2, 1]
			},
			openingHours: [{ weekdays: [0, 1, 2, 3, 4, 5], start: '06:00', end: '24:00' }],
			ahtSeconds: 60,
			patienceSeconds: 30
		}
	],
	agents: [{ id: 'a', skills: ['q'] }]
});
const queue = scenario.queues[0]!;
const MONDAY_MS = Date.UTC(2026, 2, 2) + 18_000_000;

describe('expectedArrivals()', () => {
	it('sums to the weekly volume, with nothing while closed', () => {
		const expected = expectedArrivals(queue);
		expect(expected.flat().reduce((a, b) => a + b, 0)).toBeCloseTo(7000, 6);
		expect(expected[6]!.every((count) => count === 0)).toBe(true);
		expect(expected[0]![1]).toBe(0);
		expect(expected[0]![3]! / expected[5]![3]!).toBeCloseTo(3, 10);
	});

	it('is what a simulated month follows, in local time (chi-square, 0.999 quantile)', () => {
		const weeks = 4;
		const counts = Array.from({ length: 7 }, () => Array.from({ length: 8 }, () => 0));
		const endMs = MONDAY_MS + weeks * 7 * 86_400_000;
		for (const { type, atMs } of runFloor(scenario, {
			seed: 8,
			startMs: MONDAY_MS,
			endMs,
			messages: false
		})) {
			if (type !== 'marea.contact.started') continue;
			const seconds = (atMs - MONDAY_MS) / 1000;
			counts[Math.floor(seconds / 86_400) % 7]![Math.floor((seconds % 86_400) / 10_800)]!++;
		}
		let chiSquare = 0;
		let cells = 0;
		expectedArrivals(queue).forEach((parts, weekday) =>
			parts.forEach((part, i) => {
				const mean = part * weeks;
				const count = counts[weekday]![i]!;
				if (mean === 0) return expect(count).toBe(0);
				chiSquare += (count - mean) ** 2 / mean;
				cells++;
			})
		);
		expect(cells).toBe(36);
		// Poisson cells: as many degrees of freedom; qchisq(0.999, 36) and, against too good a fit, qchisq(0.001, 36).
		expect(chiSquare).toBeLessThan(67.99);
		expect(chiSquare).toBeGreaterThan(15.32);
	});

	it('draws a run that begins inside an interval from its rest only', () => {
		const startMs = MONDAY_MS + 10.5 * 3_600_000;
		const first = runFloor(scenario, { seed: 8, startMs, endMs: startMs + 3_600_000, messages: false });
		for (const { atMs } of first) expect(atMs).toBeGreaterThanOrEqual(startMs);
	});
});
