import { describe, expect, it } from 'vitest';
import { demoScenario } from './demo/demo-scenario.ts';
import { historyOf } from './history-of.ts';

const scenario = demoScenario();
const FROM_MS = Date.UTC(2025, 8, 28, 22);
const rows = [...historyOf(scenario, { seed: 2, fromMs: FROM_MS, days: 182 })];
const sum = (list: typeof rows) => list.reduce((total, { offered }) => total + offered, 0);

describe('historyOf()', () => {
	it('covers each half-hour and queue once, with sound numbers', () => {
		expect(new Set(rows.map(({ startMs, queue }) => `${startMs} ${queue}`)).size).toBe(rows.length);
		for (const { offered, answered, abandoned, ahtSeconds } of rows) {
			expect(answered + abandoned).toBe(offered);
			expect(ahtSeconds === null).toBe(answered === 0);
			if (ahtSeconds !== null) expect(ahtSeconds).toBeGreaterThan(0);
		}
	});

	it('grows by its trend and varies more from day to day than a Poisson count', () => {
		const billing = rows.filter(({ queue }) => queue === 'billing-es');
		const half = billing.length / 2;
		const growth = sum(billing.slice(half)) / sum(billing.slice(0, half));
		expect(growth).toBeGreaterThan(0.99);
		expect(growth).toBeLessThan(1.12);
		const mondays = Array.from({ length: 26 }, (_, week) =>
			sum(
				billing.filter(({ startMs }) => Math.floor((startMs - FROM_MS + 7_200_000) / 86_400_000) === week * 7)
			)
		).filter((count) => count > 0);
		const mean = mondays.reduce((a, b) => a + b, 0) / mondays.length;
		const variance = mondays.reduce((a, b) => a + (b - mean) ** 2, 0) / (mondays.length - 1);
		expect(variance / mean).toBeGreaterThan(1.5);
	});

	it('has in its last week about the volume of the scenario, less what bots resolve', () => {
		const lastWeek = rows.filter(({ startMs }) => startMs >= FROM_MS + 154 * 86_400_000);
		const expected = scenario.queues.reduce(
			(total, { arrivals, botShare, botContainment }) =>
				total + arrivals.weeklyVolume * (1 - botShare * botContainment),
			0
		);
		expect(sum(lastWeek) / 4 / expected).toBeGreaterThan(0.9);
		expect(sum(lastWeek) / 4 / expected).toBeLessThan(1.1);
	});

	it('gives the same volume in quarter-hours', () => {
		const fine = [...historyOf(scenario, { seed: 2, fromMs: FROM_MS, days: 28, intervalSeconds: 900 })];
		const coarse = [...historyOf(scenario, { seed: 2, fromMs: FROM_MS, days: 28 })];
		expect(fine.length).toBe(coarse.length * 2);
		expect(Math.abs(sum(fine) / sum(coarse) - 1)).toBeLessThan(0.02);
	});
});
