import { describe, expect, it } from 'vitest';
import { forecastQueues, type ForecastWork } from './forecast-work.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A Monday, 00:00 in UTC. */
const FIRST = Date.UTC(2026, 0, 5);

/** Ten weeks of hours from 9:00 to 17:00 UTC, more in the middle, 20 % less on Fridays. */
const facts = (queueId: string, level: number, days = 70) => ({
	queueId,
	intervalSeconds: 3600,
	rows: Array.from({ length: days }, (_, day) => day)
		.filter((day) => day % 7 < 5)
		.flatMap((day) =>
			Array.from({ length: 8 }, (_, hour) => ({
				line: 0,
				startMs: FIRST + day * DAY_MS + (9 + hour) * HOUR_MS,
				queue: queueId,
				channel: null,
				offered: Math.round(level * (1 + hour * (7 - hour) * 0.05) * (day % 7 === 4 ? 0.8 : 1)),
				answered: null,
				abandoned: null,
				ahtSeconds: 200
			}))
		)
});
const work = (change: Partial<ForecastWork> = {}): ForecastWork => ({
	facts: [facts('a', 40), facts('b', 15)],
	timeZone: 'UTC',
	horizonDays: 14,
	intervalSeconds: 3600,
	specialDays: [],
	like: {},
	...change
});
const tools = { report: () => undefined, shouldStop: () => false };
const sum = (rows: readonly { offered: number }[]) => rows.reduce((total, { offered }) => total + offered, 0);

describe('forecastQueues()', () => {
	it('forecasts every queue, and all together as their sum, telling how far it is', () => {
		const seen: string[] = [];
		const result = forecastQueues(work(), { ...tools, report: (_, queue) => void seen.push(queue!) })!;
		expect(result.queues.map(({ queueId, intervals }) => [queueId, intervals.length])).toEqual([
			['a', 80],
			['b', 80]
		]);
		expect(new Set(seen)).toEqual(new Set(['a', 'b']));
		for (const { startAt, offered } of result.total) {
			const parts = result.queues.map(({ intervals }) => intervals.find((one) => one.startAt === startAt)!);
			expect(offered).toBeCloseTo(sum(parts), 6);
		}
	});

	it('is nothing when it is stopped, by interval and by day', () => {
		const stopped = { ...tools, shouldStop: () => true };
		expect(forecastQueues(work(), stopped)).toBeNull();
		expect(forecastQueues(work({ intervalSeconds: 86_400 }), stopped)).toBeNull();
	});

	it('forecasts days that agree with the intervals, for longer', () => {
		const byDay = forecastQueues(work({ intervalSeconds: 86_400, horizonDays: 140 }), tools)!;
		const [a] = byDay.queues;
		expect(a!.intervals).toHaveLength(100);
		expect(a!.intervals[0]!.startAt).toBe(FIRST + 70 * DAY_MS);
		const byInterval = forecastQueues(work(), tools)!.queues[0]!.intervals;
		const week = sum(a!.intervals.slice(0, 5));
		expect(Math.abs(week - sum(byInterval.slice(0, 40)))).toBeLessThan(0.1 * week);
	});

	it('takes special days in: closed is left out, a factor holds for its queue only', () => {
		const tuesday = FIRST / DAY_MS + 71;
		const day = { name: 'Fair', isClosed: false, factor: null, queueId: null };
		const result = forecastQueues(
			work({
				specialDays: [
					{ ...day, day: tuesday, isClosed: true },
					{ ...day, day: tuesday + 1, factor: 2, queueId: 'a' }
				]
			}),
			tools
		)!;
		const onDay = (queue: number, local: number) =>
			sum(result.queues[queue]!.intervals.filter(({ startAt }) => Math.floor(startAt / DAY_MS) === local));
		expect(onDay(0, tuesday)).toBe(0);
		expect(onDay(0, tuesday + 1) / onDay(0, tuesday + 8)).toBeCloseTo(2, 0);
		expect(onDay(1, tuesday + 1) / onDay(1, tuesday + 8)).toBeCloseTo(1, 0);
		expect(result.queues[0]!.detail.specialDays!.map(({ factor }) => factor)).toContain(2);
	});

	it('has no instant for an hour that the clocks skip', () => {
		const { queues } = forecastQueues(
			work({ timeZone: 'Europe/Madrid', facts: [facts('a', 40, 80)], horizonDays: 7 }),
			tools
		)!;
		const starts = queues[0]!.intervals.map(({ startAt }) => new Date(startAt).toISOString());
		expect(new Set(starts).size).toBe(starts.length);
		// 10:00 in Madrid: 09:00 UTC before 29 March 2026, 08:00 UTC from then on.
		expect(starts).toContain('2026-03-27T09:00:00.000Z');
		expect(starts).toContain('2026-03-30T08:00:00.000Z');
	});
});
