import { describe, expect, it } from 'vitest';
import { truncateHistory, type CallHistory } from './call-history.ts';
import { forecastDays } from './daily/forecast-days.ts';
import { forecast } from './forecast.ts';
import { generateSeries } from './testing/generated-series.ts';

const hourly = { callsPerDay: 400, intervalSeconds: 3600 };
const { history } = generateSeries({ ...hourly, days: 140 }, 3);
const WIDTH = 24;

/** Nothing but finite figures in order, whatever was given. */
function expectSane(of: CallHistory, horizonDays: number) {
	const byInterval = forecast(of, { horizonDays });
	const byDay = forecastDays(of, { horizonDays });
	for (const slot of [...byInterval.intervals, ...byDay.days]) {
		expect(Number.isFinite(slot.offered + slot.p10 + slot.p90)).toBe(true);
		expect(0 <= slot.p10 && slot.p10 <= slot.offered && slot.offered <= slot.p90).toBe(true);
	}
	for (const score of [byInterval.backtest, byDay.backtest])
		for (const value of Object.values(score ?? {}))
			if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
	return { byInterval, byDay };
}

describe('forecast() and forecastDays() on odd histories', { timeout: 120_000 }, () => {
	it.each([1, 2, 3, 6, 13, 27, 29, 36])('%d days', (days) => {
		const { byInterval, byDay } = expectSane(truncateHistory(history, days), 7);
		expect(byInterval.intervals.length).toBeGreaterThan(0);
		expect(byDay.days.length).toBeGreaterThan(0);
		if (days < 14) expect(byInterval.notes).toContainEqual({ kind: 'short-history', days });
	});

	it('a single interval a day, and one interval in all', () => {
		const one = { ...history, known: history.known.map((k, at) => (at % WIDTH === 10 ? k : 0)) };
		expect(new Set(expectSane(one, 7).byInterval.intervals.map(({ interval }) => interval))).toEqual(new Set([10])); // prettier-ignore
		const lone = { ...history, known: history.known.map((_, at) => (at === 139 * WIDTH + 10 ? 1 : 0)) };
		expectSane(lone, 7);
	});

	it('a gap of two months in the middle, and one at the end', () => {
		for (const [from, to] of [
			[40, 100],
			[80, 140]
		]) {
			// prettier-ignore
			const known = history.known.map((k, at) => (at >= from! * WIDTH && at < to! * WIDTH ? 0 : k));
			expectSane({ ...history, known }, 14);
		}
	});

	it('tiny volumes, all zeros, nothing measured', () => {
		expectSane(generateSeries({ ...hourly, days: 100, callsPerDay: 0.5 }, 2).history, 14);
		const zeros = { ...history, offered: new Float64Array(history.offered.length) };
		const { byInterval, byDay } = expectSane(zeros, 7);
		for (const result of [byInterval, byDay]) expect(result.notes).toContainEqual({ kind: 'all-zero' });
		const nothing = expectSane({ ...history, known: new Uint8Array(history.known.length) }, 7);
		expect(nothing.byDay.notes).toEqual([{ kind: 'no-data' }]);
		expect(nothing.byInterval.notes).toEqual([{ kind: 'no-data' }]);
	});

	it('a day of a million calls, and counts that are no whole numbers', () => {
		const offered = history.offered.map((v, k) => (k === 100 * WIDTH + 12 ? 1e6 : v / 3));
		const { byInterval } = expectSane({ ...history, offered }, 7);
		expect(Math.max(...byInterval.intervals.map((slot) => slot.offered))).toBeLessThan(100);
	});

	it('a lasting step is followed and said', () => {
		const { history: stepped } = generateSeries({ ...hourly, callsPerDay: 900, days: 140, shifts: [{ at: 0.85, factor: 1.6 }] }, 5); // prettier-ignore
		for (const result of [forecast(stepped, { horizonDays: 7 }), forecastDays(stepped, { horizonDays: 7 })]) {
			const note = result.notes.find((n) => n.kind === 'level-shift')!;
			expect(Math.abs(note.day - stepped.firstDay - 119)).toBeLessThanOrEqual(2);
			expect(Math.abs(note.factor - 1.6)).toBeLessThan(0.15);
		}
	});
});
