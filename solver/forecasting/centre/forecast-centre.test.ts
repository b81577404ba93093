import { describe, expect, it } from 'vitest';
import { truncateHistory, type CallHistory } from '../call-history.ts';
import { forecast } from '../forecast.ts';
import { simulateCentre } from '../testing/simulated-centre.ts';
import { FIRST_DAY } from '../testing/simulated-history.ts';
import { forecastCentre, type CentreQueue } from './forecast-centre.ts';

const DAYS = 84;
const HORIZON = 14;
const WIDTH = 24;
const before = (queues: CentreQueue[]): CentreQueue[] =>
	queues.map((queue) => ({ ...queue, history: truncateHistory(queue.history, DAYS) }));
const at = (day: number, interval: number) => (day - FIRST_DAY) * WIDTH + interval;

/** The queue as if it had opened so many days before the end. */
function openedLate(history: CallHistory, days: number): CallHistory {
	const cut = (history.dayCount - days) * WIDTH;
	return {
		...history,
		firstDay: history.firstDay + history.dayCount - days,
		dayCount: days,
		offered: history.offered.slice(cut),
		known: history.known.slice(cut)
	};
}

describe('forecastCentre()', { timeout: 120_000 }, () => {
	it('queues sum to the total in every interval to 1e-9, and bands hold their middle', () => {
		const { queues, total, stopped } = forecastCentre(before(simulateCentre(1, DAYS, [900, 300, 60])), {
			horizonDays: HORIZON
		});
		expect(stopped).toBe(false);
		expect(total).toHaveLength(HORIZON * 12);
		const sums = new Map<number, number>();
		for (const { forecast: one } of queues)
			for (const { day, interval, offered, p10, p90 } of one.intervals) {
				expect(p10 >= 0 && p10 <= offered && offered <= p90).toBe(true);
				sums.set(at(day, interval), (sums.get(at(day, interval)) ?? 0) + offered);
			}
		for (const { day, interval, offered, p10, p90 } of total) {
			expect(Math.abs(sums.get(at(day, interval))! - offered)).toBeLessThan(1e-9 * (1 + offered));
			expect(p10 <= offered && offered <= p90).toBe(true);
		}
	});

	it('is no worse than queues each by itself, over three generated centres', () => {
		let [together, alone, inside, cells] = [0, 0, 0, 0];
		for (const seed of [1, 2, 3]) {
			const whole = simulateCentre(seed, DAYS + HORIZON, [900, 300, 60]);
			const known = before(whole);
			const { queues, total } = forecastCentre(known, { horizonDays: HORIZON });
			const sums = new Map<number, { together: number; alone: number; actual: number }>();
			whole.forEach(({ history }, q) => {
				const own = forecast(known[q]!.history, { horizonDays: HORIZON }).intervals;
				queues[q]!.forecast.intervals.forEach(({ day, interval, offered }, k) => {
					const actual = history.offered[at(day, interval)]!;
					together += Math.abs(offered - actual);
					alone += Math.abs(own[k]!.offered - actual);
					const row = sums.get(at(day, interval)) ?? { together: 0, alone: 0, actual: 0 };
					row.together += offered;
					row.alone += own[k]!.offered;
					row.actual += actual;
					sums.set(at(day, interval), row);
				});
			});
			for (const row of sums.values()) {
				together += Math.abs(row.together - row.actual);
				alone += Math.abs(row.alone - row.actual);
			}
			for (const { day, interval, p10, p90 } of total) {
				const { actual } = sums.get(at(day, interval))!;
				cells++;
				if (actual >= p10 && actual <= p90) inside++;
			}
		}
		expect(together).toBeLessThan(1.005 * alone);
		expect(inside / cells).toBeGreaterThan(0.72);
		expect(inside / cells).toBeLessThan(0.88);
	});

	it.each([
		[3, 'q0'],
		[10, null]
	])(
		'a queue of %d days borrows the shape of %s or the nearest, says so, and is nearer for it',
		(days, likeId) => {
			const whole = simulateCentre(8, DAYS + HORIZON, [900, 300]);
			const [big, fresh] = before(whole) as [CentreQueue, CentreQueue];
			const short = openedLate(fresh.history, days);
			const { queues } = forecastCentre([big, { ...fresh, history: short, likeId }], {
				horizonDays: HORIZON
			});
			const { notes, intervals } = queues[1]!.forecast;
			expect(notes[0]).toEqual({ kind: 'borrowed', from: 'q0', days });
			const errorOf = (slots: { day: number; interval: number; offered: number }[]) =>
				slots.reduce(
					(sum, { day, interval, offered }) =>
						sum + Math.abs(offered - whole[1]!.history.offered[at(day, interval)]!),
					0
				);
			expect(errorOf(intervals)).toBeLessThan(
				0.95 * errorOf(forecast(short, { horizonDays: HORIZON }).intervals)
			);
		}
	);

	it('special days of one queue leave the others alone', () => {
		const queues = before(simulateCentre(3, DAYS, [500, 300]));
		const day = FIRST_DAY + DAYS + 1;
		const run = (factor: number) =>
			forecastCentre(queues, {
				horizonDays: 3,
				specialDays: [{ day, name: 'launch', factor, queueId: 'q1' }]
			}).queues;
		const [one, three] = [run(1), run(3)];
		const totalOf = (queue: (typeof one)[number]) =>
			queue.forecast.intervals.filter((s) => s.day === day).reduce((sum, s) => sum + s.offered, 0);
		expect(totalOf(three[0]!)).toBeCloseTo(totalOf(one[0]!), 6);
		expect(totalOf(three[1]!) / totalOf(one[1]!)).toBeCloseTo(3, 6);
	});

	it('reports its way, and stops when asked', () => {
		const queues = before(simulateCentre(3, DAYS, [50, 30, 20]));
		const seen: [number, string][] = [];
		const { stopped, queues: done } = forecastCentre(queues, {
			horizonDays: 2,
			report: (share, id) => seen.push([share, id]),
			shouldStop: () => seen.length === 2
		});
		expect(stopped).toBe(true);
		expect(done.map(({ id }) => id)).toEqual(['q0', 'q1']);
		expect(seen).toEqual([
			[0, 'q0'],
			[1 / 3, 'q1']
		]);
	});

	it('no queue, one queue, one without any data: each as it should', () => {
		expect(forecastCentre([], { horizonDays: 3 })).toEqual({ queues: [], total: [], stopped: false });
		const [queue, empty] = before(simulateCentre(4, DAYS, [200, 1])) as [CentreQueue, CentreQueue];
		const blank = { ...empty, history: { ...empty.history, known: new Uint8Array(DAYS * WIDTH) } };
		const { queues, total } = forecastCentre([queue, blank], { horizonDays: 3 });
		expect(queues[1]!.forecast.notes).toEqual([{ kind: 'no-data' }]);
		expect(total).toHaveLength(36);
	});

	it('what comes after the history changes nothing', () => {
		const whole = simulateCentre(5, DAYS + HORIZON, [300, 100]);
		const planted = whole.map(({ id, history }) => ({
			id,
			history: { ...history, offered: history.offered.map((v, k) => (k >= DAYS * WIDTH ? 5 * v + 70 : v)) }
		}));
		const run = (queues: CentreQueue[]) => forecastCentre(before(queues), { horizonDays: 5 });
		expect(run(planted)).toEqual(run(whole));
	});
});
