import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateDay } from './update-day.ts';

const SEED = 20261122;
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
	fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns: 300 });

/** A day's forecast whose bands are `relative` beyond Poisson. */
const day = (means: readonly number[], relative = 0.1) => {
	const half = means.map((mean) => 1.2816 * Math.sqrt(mean + (relative * mean) ** 2));
	return {
		expected: means,
		p10: means.map((mean, i) => Math.max(0, mean - half[i]!)),
		p90: means.map((mean, i) => mean + half[i]!)
	};
};
const days = fc
	.record({
		means: fc.array(fc.double({ min: 0, max: 2000, noNaN: true }), { minLength: 2, maxLength: 60 }),
		relative: fc.double({ min: 0, max: 0.5, noNaN: true })
	})
	.map(({ means, relative }) => day(means, relative));
const started = days.chain((forecast) =>
	fc.record({
		forecast: fc.constant(forecast),
		elapsed: fc.integer({ min: 1, max: forecast.expected.length }),
		actual: fc.array(fc.option(fc.integer({ min: 0, max: 3000 })), {
			minLength: forecast.expected.length,
			maxLength: forecast.expected.length
		})
	})
);
const width = ({ p10, p90 }: { p10: number; p90: number }) => p90 - p10;

describe('updateDay()', () => {
	it('gives the forecast back while nothing is finished, or nothing was measured', () => {
		check(days, (forecast) => {
			for (const elapsed of [0, forecast.expected.length - 1]) {
				const { level, intervals } = updateDay({ ...forecast, actual: [], elapsed });
				expect(level.mean).toBe(1);
				intervals.forEach((interval, i) => {
					expect(interval.offered).toBeCloseTo(forecast.expected[i]!, 6);
					expect(interval.p10).toBeCloseTo(forecast.p10[i]!, 6);
					expect(interval.p90).toBeCloseTo(forecast.p90[i]!, 6);
				});
			}
		});
	});

	it('keeps a level of 1 when all comes as expected, narrower with every interval that weighs', () => {
		check(days, (forecast) => {
			let last = Infinity;
			const elapsed = forecast.expected.length;
			const none = updateDay({ ...forecast, actual: [], elapsed });
			const all = updateDay({ ...forecast, actual: forecast.expected, elapsed });
			expect(all.level.mean).toBeCloseTo(1, 9);
			expect(width(all.level)).toBeLessThanOrEqual(width(none.level) + 1e-12);
			const steady = day(Array.from({ length: 12 }, () => 200));
			for (let k = 0; k <= 12; k++) {
				const now = width(updateDay({ ...steady, actual: steady.expected, elapsed: k }).level);
				expect(now).toBeLessThan(last);
				last = now;
			}
		});
	});

	it('never lowers the level when one more contact came', () => {
		check(fc.tuple(started, fc.nat()), ([{ forecast, elapsed, actual }, pick]) => {
			const at = pick % elapsed;
			const before = updateDay({ ...forecast, actual, elapsed });
			const more = actual.map((count, i) => (i === at ? (count ?? 0) + 1 : count));
			const base = actual.map((count, i) => (i === at ? (count ?? 0) : count));
			expect(updateDay({ ...forecast, actual: more, elapsed }).level.mean).toBeGreaterThanOrEqual(
				updateDay({ ...forecast, actual: base, elapsed }).level.mean - 1e-9
			);
			expect(before.level.mean).toBeGreaterThan(0);
		});
	});

	it('keeps every mean inside its band, measured intervals as they were, and the sums right', () => {
		check(started, ({ forecast, elapsed, actual }) => {
			const { intervals, rest, day: whole, level } = updateDay({ ...forecast, actual, elapsed });
			expect(level.p10).toBeLessThanOrEqual(level.p90);
			intervals.forEach(({ offered, p10, p90 }, i) => {
				expect(p10).toBeGreaterThanOrEqual(0);
				expect(p10).toBeLessThanOrEqual(offered);
				expect(p90).toBeGreaterThanOrEqual(offered);
				if (i < elapsed && actual[i] !== null) expect([offered, p10, p90]).toEqual(Array(3).fill(actual[i]));
			});
			const sum = (from: number) => intervals.slice(from).reduce((total, { offered }) => total + offered, 0);
			expect(rest.offered).toBeCloseTo(sum(elapsed), 4);
			expect(whole.offered).toBeCloseTo(sum(0), 4);
		});
	});

	it('does not read what lies beyond the finished intervals: a planted future changes nothing', () => {
		check(started, ({ forecast, elapsed, actual }) => {
			const planted = actual.map((count, i) => (i < elapsed ? count : 99_999));
			expect(updateDay({ ...forecast, actual: planted, elapsed })).toEqual(
				updateDay({ ...forecast, actual, elapsed })
			);
		});
	});

	it('lets a morning surge bind the next hour more than the evening', () => {
		const forecast = day(Array.from({ length: 20 }, () => 300));
		const actual = Array.from({ length: 5 }, () => 360);
		const { intervals } = updateDay({ ...forecast, actual, elapsed: 5 });
		expect(intervals[5]!.offered).toBeGreaterThan(315);
		expect(intervals[19]!.offered).toBeGreaterThan(300);
		expect(intervals[19]!.offered - 300).toBeLessThan((intervals[5]!.offered - 300) / 2);
	});

	it('takes an outage as an outage, not as the level of the day', () => {
		const forecast = day(Array.from({ length: 20 }, () => 300));
		const actual = [300, 300, 0, 300, 300];
		expect(updateDay({ ...forecast, actual, elapsed: 5 }).level.mean).toBeGreaterThan(0.9);
	});

	it('refuses what is no forecast, with the value and what was wanted', () => {
		const forecast = day([100, 100]);
		const refused: [Partial<Parameters<typeof updateDay>[0]>, RegExp][] = [
			[{ elapsed: 3 }, /elapsed "3" must be a whole number from 0 to 2/],
			[{ elapsed: 0.5 }, /elapsed "0.5"/],
			[{ p10: [1] }, /1 and 2 intervals, wanted 2/],
			[{ expected: [NaN, 1] }, /expected "NaN" of interval 0/],
			[{ actual: [-4], elapsed: 1 }, /actual "-4" of interval 0/],
			[{ p10: [200, 0] }, /p10 "200" of interval 0 is above its p90/]
		];
		for (const [change, reason] of refused)
			expect(() => updateDay({ ...forecast, actual: [], elapsed: 0, ...change })).toThrow(reason);
	});
});
