import { describe, expect, it } from 'vitest';
import { truncateHistory } from '../call-history.ts';
import { forecast } from '../forecast.ts';
import { generateSeries } from '../testing/generated-series.ts';
import { FIRST_DAY, simulateHistory } from '../testing/simulated-history.ts';
import type { SpecialDay } from './special-day.ts';

const QUEUE = { weeks: 30, callsPerDay: 1500, weekdays: [1, 2, 3, 4, 5], dayNoise: 0.04 };
const NEXT = FIRST_DAY + 210;
const WIDTH = 48;

/** Days of name "sale" at these rows come to `factor` times. */
function withSale(seed: number, rows: number[], factor: number) {
	const history = simulateHistory({ ...QUEUE, seed });
	for (const d of rows)
		for (let k = d * WIDTH; k < (d + 1) * WIDTH; k++)
			history.offered[k] = Math.round(history.offered[k]! * factor);
	const specialDays: SpecialDay[] = rows.map((d) => ({ day: FIRST_DAY + d, name: 'sale' }));
	return { history, specialDays };
}
const totalOf = (intervals: { day: number; offered: number }[], day: number) =>
	intervals.filter((slot) => slot.day === day).reduce((sum, { offered }) => sum + offered, 0);

describe('special days', { timeout: 120_000 }, () => {
	it('learns what days of a name do, and forecasts the next one so', () => {
		const { history, specialDays } = withSale(1, [64, 113, 169], 1.8);
		const next = { day: NEXT + 1, name: 'sale' };
		const plain = forecast(history, { horizonDays: 3, specialDays });
		const special = forecast(history, { horizonDays: 3, specialDays: [...specialDays, next] });
		const ratio = totalOf(special.intervals, NEXT + 1) / totalOf(plain.intervals, NEXT + 1);
		expect(Math.abs(ratio - 1.8)).toBeLessThan(0.18);
		expect(special.specialDays).toEqual([
			{ ...next, factor: expect.closeTo(ratio, 6), source: 'learned', occurrences: 3 }
		]);
		expect(totalOf(special.intervals, NEXT)).toBeCloseTo(totalOf(plain.intervals, NEXT), 6);
	});

	it('no model learns its level or its shape from them', () => {
		const rows = [190, 191, 192, 197, 198];
		const [plain, sales] = [withSale(2, rows, 1), withSale(2, rows, 3)];
		const run = ({ history, specialDays }: typeof plain) =>
			forecast(history, { horizonDays: 7, specialDays }).intervals;
		expect(run(sales)).toEqual(run(plain));
	});

	it("the planner's factor wins; a name not seen gets the mean of all; none seen, none", () => {
		const { history, specialDays } = withSale(3, [64, 113, 169], 0.5);
		const options = { horizonDays: 3 };
		const set = forecast(history, { ...options, specialDays: [...specialDays, { day: NEXT, name: 'sale', factor: 1.2 }] }); // prettier-ignore
		expect(set.specialDays[0]).toMatchObject({ factor: 1.2, source: 'set', occurrences: 3 });
		const other = forecast(history, {
			...options,
			specialDays: [...specialDays, { day: NEXT, name: 'other' }]
		});
		expect(other.specialDays[0]).toMatchObject({ source: 'all-days', occurrences: 0 });
		expect(other.specialDays[0]!.factor).toBeGreaterThan(0.55);
		expect(other.specialDays[0]!.factor).toBeLessThan(0.95);
		const none = forecast(history, { ...options, specialDays: [{ day: NEXT, name: 'other' }] });
		expect(none.specialDays[0]).toMatchObject({ factor: 1, source: 'none' });
	});

	it('a closed one is not forecast, and said so', () => {
		const { history } = withSale(4, [], 1);
		const result = forecast(history, {
			horizonDays: 3,
			specialDays: [{ day: NEXT, name: 'Christmas', isClosed: true }]
		});
		expect(totalOf(result.intervals, NEXT)).toBe(0);
		expect(result.specialDays).toEqual([
			{ day: NEXT, name: 'Christmas', factor: 0, source: 'set', occurrences: 0 }
		]);
	});

	it('learns that the queue closes early on such days', () => {
		const { history, specialDays } = withSale(5, [64, 113, 169], 1);
		for (const d of [64, 113, 169]) history.offered.fill(0, d * WIDTH + 30, (d + 1) * WIDTH);
		const { intervals } = forecast(history, {
			horizonDays: 2,
			specialDays: [...specialDays, { day: NEXT + 1, name: 'sale' }]
		});
		const day = intervals.filter((slot) => slot.day === NEXT + 1);
		const late = day.filter(({ interval }) => interval >= 30).reduce((sum, { offered }) => sum + offered, 0);
		expect(late / totalOf(intervals, NEXT + 1)).toBeLessThan(0.05);
		expect(totalOf(intervals, NEXT + 1)).toBeGreaterThan(500);
	});

	it('is nearer with them than without on generated Christmases, and its band holds them', () => {
		let [named, unnamed, inside, all] = [0, 0, 0, 0];
		for (const seed of [1, 2]) {
			const { history, specialDays } = generateSeries({ days: 741, callsPerDay: 900, holidays: true }, seed);
			const before = truncateHistory(history, 741 - 28);
			const options = { horizonDays: 28 };
			const days = new Set(specialDays.map(({ day }) => day));
			const error = (intervals: { day: number; interval: number; offered: number }[]) =>
				intervals
					.filter(({ day }) => days.has(day))
					.reduce((sum, { day, interval, offered }) => sum + Math.abs(offered - history.offered[(day - FIRST_DAY) * WIDTH + interval]!), 0); // prettier-ignore
			const withNames = forecast(before, { ...options, specialDays });
			named += error(withNames.intervals);
			unnamed += error(forecast(before, options).intervals);
			for (const { day, interval, p10, p90 } of withNames.intervals) {
				if (!days.has(day)) continue;
				const actual = history.offered[(day - FIRST_DAY) * WIDTH + interval]!;
				all++;
				if (actual >= p10 && actual <= p90) inside++;
			}
		}
		expect(named).toBeLessThan(0.5 * unnamed);
		expect(inside / all).toBeGreaterThan(0.7);
	});

	it('what a special day still to come holds changes nothing', () => {
		const { history, specialDays } = withSale(6, [64, 113, 169], 1.6);
		const planted = {
			...history,
			offered: history.offered.map((v, k) => (k >= 169 * WIDTH ? 7 * v + 90 : v))
		};
		const run = (of: typeof history) => forecast(truncateHistory(of, 168), { horizonDays: 7, specialDays });
		expect(run(planted)).toEqual(run(history));
	});

	it.each([
		[{ day: 1.5, name: 'a' }, 'at day "1.5"'],
		[{ day: 1, name: 'a', factor: -2 }, 'factor "-2"']
	])('refuses %j', (special, words) => {
		const { history } = withSale(1, [], 1);
		expect(() => forecast(history, { horizonDays: 1, specialDays: [special] })).toThrow(words);
	});
});
