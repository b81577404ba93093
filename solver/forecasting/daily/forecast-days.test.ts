import { describe, expect, it } from 'vitest';
import { truncateHistory } from '../call-history.ts';
import { forecast } from '../forecast.ts';
import { generateSeries, type SeriesKind } from '../testing/generated-series.ts';
import { forecastDays } from './forecast-days.ts';

const WIDTH = 8;
/** By three hours, which is as good for days and quick. */
const wide = { intervalSeconds: 10_800, hours: () => [6, 21] as [number, number] };

function heldOut(kind: SeriesKind, seed: number, horizonDays: number) {
	const { history } = generateSeries({ ...kind, ...wide }, seed);
	const before = truncateHistory(history, history.dayCount - horizonDays);
	const result = forecastDays(before, { horizonDays });
	const actualOf = (day: number) => {
		const at = (day - history.firstDay) * WIDTH;
		return history.offered.subarray(at, at + WIDTH).reduce((a, b) => a + b, 0);
	};
	const lastDay = before.firstDay + before.dayCount - 1;
	return { before, lastDay, ...result, cells: result.days.map((d) => ({ ...d, actual: actualOf(d.day) })) };
}
type Cells = ReturnType<typeof heldOut>['cells'];
const wapeOf = (cells: Cells) =>
	cells.reduce((sum, c) => sum + Math.abs(c.offered - c.actual), 0) /
	cells.reduce((sum, c) => sum + c.actual, 0);
const insideOf = (cells: Cells) =>
	cells.filter((c) => c.actual >= c.p10 && c.actual <= c.p90).length / cells.length;

describe('forecastDays()', { timeout: 120_000 }, () => {
	it('sees the year coming from two and a half of them, a year ahead, and its band holds', () => {
		const runs = [1, 2].map((seed) =>
			heldOut({ days: 900 + 364, callsPerDay: 900, yearly: 0.35 }, seed, 364)
		);
		for (const { cells, before } of runs) {
			const flat = before.offered.reduce((a, b) => a + b, 0) / before.dayCount;
			const flatError =
				cells.reduce((sum, c) => sum + Math.abs(flat - c.actual), 0) /
				cells.reduce((sum, c) => sum + c.actual, 0);
			expect(wapeOf(cells)).toBeLessThan(0.45 * flatError);
		}
		const inside = insideOf(runs.flatMap(({ cells }) => cells));
		expect(inside).toBeGreaterThan(0.68);
		expect(inside).toBeLessThan(0.92);
	});

	it('never explodes: a queue that doubled in half a year is not forecast tenfold a year on', () => {
		const { days, lastDay } = heldOut({ days: 200, callsPerDay: 500, growthPerYear: 1.4 }, 3, 14);
		const far = forecastDays(
			generateSeries({ days: 200, callsPerDay: 500, growthPerYear: 1.4, ...wide }, 3).history,
			{ horizonDays: 448 }
		).days;
		expect(far.at(-1)!.day).toBe(lastDay + 14 + 448);
		const mean = (of: { offered: number }[]) => of.reduce((sum, d) => sum + d.offered, 0) / of.length;
		expect(mean(far.slice(-28)) / mean(days)).toBeLessThan(2.5);
		expect(mean(far.slice(-28)) / mean(days)).toBeGreaterThan(0.8);
	});

	it('widens its band with the lead', () => {
		const { days } = heldOut({ days: 300, callsPerDay: 900 }, 5, 140);
		const width = (from: number, to: number) =>
			days.slice(from, to).reduce((sum, d) => sum + (d.p90 - d.p10) / d.offered, 0) / (to - from);
		expect(width(42, 70)).toBeGreaterThan(width(0, 14));
		expect(width(112, 140)).toBeGreaterThan(width(42, 70));
	});

	it('scores itself on its back-test by day', () => {
		const { backtest } = heldOut({ days: 200, callsPerDay: 900 }, 6, 14);
		expect(backtest!.wape!).toBeLessThan(backtest!.baseline.seasonalNaive.wape!);
		expect(backtest!.coverage80!).toBeGreaterThan(0.65);
		expect(backtest!.coverage80!).toBeLessThan(0.93);
	});

	it('forecast() far ahead keeps to it', () => {
		const { history } = generateSeries({ days: 800, callsPerDay: 900, yearly: 0.35, ...wide }, 7);
		const days = forecastDays(history, { horizonDays: 126 }).days;
		const { intervals } = forecast(history, { horizonDays: 126 });
		for (const { day, offered } of days.slice(60)) {
			const sum = intervals.filter((slot) => slot.day === day).reduce((s, slot) => s + slot.offered, 0);
			expect(Math.abs(sum / offered - 1)).toBeLessThan(1e-9);
		}
	});

	it('refuses more than 64 weeks, and forecast() more than 18', () => {
		const { history } = generateSeries({ days: 30, callsPerDay: 90, ...wide }, 7);
		expect(() => forecastDays(history, { horizonDays: 449 })).toThrow('"449"');
		expect(() => forecast(history, { horizonDays: 127 })).toThrow('"127"');
	});
});
