import { describe, expect, it } from 'vitest';
import { simulateHistory } from './testing/simulated-history.ts';
import { toTraining } from './training.ts';

describe('toTraining()', () => {
	it('keeps the columns that are ever open and tells closed weekdays', () => {
		const training = toTraining(
			simulateHistory({ seed: 1, weeks: 6, callsPerDay: 400, weekdays: [1, 2, 3, 4, 5] })
		);
		expect(training.columns).toEqual(Array.from({ length: 24 }, (_, i) => 16 + i));
		expect(training.openWeekdays).toEqual([false, true, true, true, true, true, false]);
	});

	it('a slot open once in a while by mistake stays closed', () => {
		const history = simulateHistory({ seed: 1, weeks: 10, callsPerDay: 400 });
		history.known[30 * 48 + 4] = 1;
		history.offered[30 * 48 + 4] = 2;
		expect(toTraining(history).columns).not.toContain(4);
	});

	it('hours given up two months ago are closed, hours opened a month ago are open', () => {
		const history = simulateHistory({ seed: 1, weeks: 20, callsPerDay: 400 });
		for (let d = 0; d < history.dayCount; d++) {
			if (d >= 70) history.known[d * 48 + 16] = 0;
			if (d >= 112) history.known[d * 48 + 12] = 1;
		}
		const { columns } = toTraining(history);
		expect(columns).not.toContain(16);
		expect(columns).toContain(12);
	});

	it('coverage is the share of the usual calls that was measured, 0 on a holiday', () => {
		const history = simulateHistory({ seed: 1, weeks: 6, callsPerDay: 4000 });
		history.known.fill(0, 14 * 48, 15 * 48);
		history.known.fill(0, 15 * 48 + 28, 16 * 48);
		const { coverage } = toTraining(history);
		expect(coverage[14]).toBe(0);
		expect(coverage[15]).toBeGreaterThan(0.4);
		expect(coverage[15]).toBeLessThan(0.65);
		expect(coverage[16]).toBeCloseTo(1, 9);
	});

	it('a history of three days assumes the weekdays it never saw', () => {
		const history = simulateHistory({ seed: 1, weeks: 1, callsPerDay: 400 });
		const short = {
			...history,
			dayCount: 3,
			offered: history.offered.slice(0, 144),
			known: history.known.slice(0, 144)
		};
		expect(toTraining(short).openWeekdays).toEqual(Array(7).fill(true));
	});
});
