import { describe, expect, it } from 'vitest';
import { truncateHistory, type CallHistory } from './call-history.ts';
import { weekdayOf } from './calendar.ts';
import { forecast } from './forecast.ts';
import { scoreForecast } from './score.ts';
import { simulateHistory } from './testing/simulated-history.ts';

const QUEUE = { seed: 5, weeks: 16, callsPerDay: 1500, weekdays: [1, 2, 3, 4, 5], dayNoise: 0.04 };

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function heldOut(history: CallHistory, days: number) {
	const before = truncateHistory(history, history.dayCount - days);
	const result = forecast(before, { horizonDays: days });
	const cells = result.intervals.map((slot) => ({
		...slot,
		actual: history.offered[(slot.day - history.firstDay) * 48 + slot.interval]!
	}));
	return { result, score: scoreForecast(cells, before) };
}

describe('forecast()', () => {
	it('comes near the noise floor of a simulated queue, ahead of the seasonal naive', () => {
		const { result, score } = heldOut(simulateHistory(QUEUE), 14);
		expect(score.wape! / score.noiseFloor!).toBeLessThan(1.25);
		expect(score.wape!).toBeLessThan(0.85 * score.baseline.seasonalNaive.wape!);
		expect(result.backtest!.wape! / result.backtest!.noiseFloor!).toBeLessThan(1.3);
	});

	it('covers 75–85 % with its band, on the back-test and on six unseen queues, and is not biased', () => {
		const scores = [11, 12, 13, 14, 15, 16].map((seed) => heldOut(simulateHistory({ ...QUEUE, seed }), 14));
		expect(Math.abs(mean(scores.map(({ score }) => score.bias!)))).toBeLessThan(0.02);
		for (const share of [
			mean(scores.map(({ score }) => score.coverage80!)),
			mean(scores.map(({ result }) => result.backtest!.coverage80!))
		]) {
			expect(share).toBeGreaterThan(0.75);
			expect(share).toBeLessThan(0.85);
		}
	});

	it('does not look ahead: planted future values change neither forecast nor back-test', () => {
		const history = simulateHistory(QUEUE);
		const cut = 98 * 48;
		const planted = { ...history, offered: history.offered.map((v, k) => (k >= cut ? 9 * v + 100 : v)) };
		const options = { horizonDays: 7 };
		expect(forecast(truncateHistory(planted, 98), options)).toEqual(
			forecast(truncateHistory(history, 98), options)
		);
	});

	it('follows a lasting shift of level within three weeks', () => {
		const biases = [5, 6, 7, 8].map((seed) => {
			const history = simulateHistory({ ...QUEUE, seed, shift: { day: 77, factor: 1.4 } });
			return heldOut(history, 14).score.bias!;
		});
		expect(Math.abs(mean(biases))).toBeLessThan(0.05);
	});

	it('forecasts open intervals of open days only', () => {
		const { intervals } = forecast(simulateHistory(QUEUE), { horizonDays: 14 });
		expect(intervals).toHaveLength(10 * 24);
		for (const { day, interval } of intervals) {
			expect([1, 2, 3, 4, 5]).toContain(weekdayOf(day));
			expect(interval >= 16 && interval < 40).toBe(true);
		}
	});

	it('leaves a day named closed out', () => {
		const history = simulateHistory(QUEUE);
		const monday = history.firstDay + history.dayCount;
		const { intervals } = forecast(history, { horizonDays: 7, closedDays: [monday] });
		expect(new Set(intervals.map(({ day }) => day - monday))).toEqual(new Set([1, 2, 3, 4]));
	});

	it('forecasts the rest of a last day that is not over', () => {
		const history = simulateHistory({ ...QUEUE, weekdays: [0, 1, 2, 3, 4, 5, 6] });
		history.known.fill(0, history.known.length - 48 + 24);
		const { intervals, notes } = forecast(history, { horizonDays: 0 });
		expect(intervals.map(({ interval }) => interval)).toEqual(Array.from({ length: 16 }, (_, k) => 24 + k));
		expect(notes).toContainEqual({ kind: 'rest-of-last-day', intervals: 16 });
	});

	it('three days of history: the mean of what was seen, said so', () => {
		const { intervals, notes, backtest } = forecast(truncateHistory(simulateHistory(QUEUE), 3), {
			horizonDays: 7
		});
		expect(intervals).toHaveLength(7 * 24);
		expect(intervals.every(({ offered, p10, p90 }) => offered > 0 && p10 <= offered && offered <= p90)).toBe(
			true
		);
		expect(backtest).toBeNull();
		expect(notes).toEqual([
			{ kind: 'short-history', days: 3 },
			{ kind: 'weekdays-assumed', weekdays: [0, 4, 5, 6] }
		]);
	});

	it('all zeros: zero, said so', () => {
		const history = simulateHistory(QUEUE);
		const { intervals, method, notes } = forecast(
			{ ...history, offered: new Float64Array(history.offered.length) },
			{ horizonDays: 7 }
		);
		expect(intervals.every(({ offered, p10, p90 }) => offered === 0 && p10 === 0 && p90 === 0)).toBe(true);
		expect(method).toMatch(/^zero/);
		expect(notes).toContainEqual({ kind: 'all-zero' });
	});

	it('nothing measured: nothing, said so', () => {
		const history = simulateHistory(QUEUE);
		const result = forecast({ ...history, known: new Uint8Array(history.known.length) }, { horizonDays: 7 });
		expect(result.intervals).toEqual([]);
		expect(result.notes).toEqual([{ kind: 'no-data' }]);
	});

	it('says what it repaired', () => {
		const history = simulateHistory({ ...QUEUE, callsPerDay: 4000 });
		history.offered[70 * 48 + 24] = 0;
		expect(forecast(history, { horizonDays: 1 }).notes).toContainEqual({
			kind: 'repaired',
			repairs: [expect.objectContaining({ day: history.firstDay + 70, interval: 24, problem: 'outage' })]
		});
	});

	it.each([300, 900, 3600])('works at intervals of %d s', (intervalSeconds) => {
		const history = simulateHistory({ ...QUEUE, weeks: 8, intervalSeconds });
		const { intervals } = forecast(history, { horizonDays: 1 });
		expect(intervals).toHaveLength((12 * 3600) / intervalSeconds);
		const total = intervals.reduce((sum, { offered }) => sum + offered, 0);
		expect(Math.abs(total / (1500 * 1.3) - 1)).toBeLessThan(0.1);
	});

	it('refuses what breaks the contract, naming it', () => {
		const history = simulateHistory(QUEUE);
		expect(() => forecast(history, { horizonDays: 1.5 })).toThrow('horizonDays "1.5"');
		expect(() => forecast({ ...history, intervalSeconds: 7000 }, { horizonDays: 1 })).toThrow(
			'intervalSeconds "7000"'
		);
		const negative = { ...history, offered: history.offered.map((v, k) => (k === 20 ? -3 : v)) };
		expect(() => forecast(negative, { horizonDays: 1 })).toThrow('offered "-3" in cell 20');
	});
});
