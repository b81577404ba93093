import { describe, expect, it } from 'vitest';
import { repairHistory } from './repair-history.ts';
import { simulateHistory } from '../testing/simulated-history.ts';

const QUEUE = { seed: 8, weeks: 12, callsPerDay: 2400, dayNoise: 0.05 };

describe('repairHistory()', () => {
	it('leaves an ordinary history alone', () => {
		const history = simulateHistory(QUEUE);
		expect(repairHistory(history)).toEqual({ history, repairs: [] });
	});

	it('names an outage, a spike and a dead day, and takes them out as not measured', () => {
		const history = simulateHistory(QUEUE);
		const outage = 37 * 48 + 22;
		const spike = 45 * 48 + 30;
		history.offered[outage] = 0;
		history.offered[spike] = 5000;
		history.offered.fill(0, 60 * 48, 61 * 48);
		const { history: mended, repairs } = repairHistory(history);
		expect(repairs.map(({ day, interval, problem }) => [day - history.firstDay, interval, problem])).toEqual([
			[37, 22, 'outage'],
			[45, 30, 'spike'],
			[60, null, 'outage']
		]);
		expect([mended.known[outage], mended.known[spike], mended.known[60 * 48 + 20]]).toEqual([0, 0, 0]);
		expect(history.known[outage]).toBe(1);
	});

	it('a changed habit is no outage: the same slot quiet week after week', () => {
		const history = simulateHistory(QUEUE);
		for (let d = 63; d < history.dayCount; d++) history.offered[d * 48 + 22] = 0;
		expect(repairHistory(history).repairs).toEqual([]);
	});

	it('zeros of a quiet queue are no outage', () => {
		expect(repairHistory(simulateHistory({ ...QUEUE, callsPerDay: 20 })).repairs).toEqual([]);
	});

	it('names a stretch of a busy day as one outage, and takes just that out', () => {
		const history = simulateHistory({ ...QUEUE, intervalSeconds: 300 });
		const from = 40 * 288 + 12 * 12;
		history.offered.fill(0, from, from + 18);
		const { history: mended, repairs } = repairHistory(history);
		expect(repairs).toEqual([
			expect.objectContaining({ interval: 144, intervals: 18, offered: 0, problem: 'outage' })
		]);
		expect(repairs[0]!.expected).toBeGreaterThan(100);
		expect(mended.known.subarray(from, from + 18).includes(1)).toBe(false);
		expect([mended.known[from - 1], mended.known[from + 18]]).toEqual([1, 1]);
	});

	it('an outage of more than half a day, and one of ten days that is over', () => {
		const history = simulateHistory(QUEUE);
		history.offered.fill(0, 30 * 48 + 22, 31 * 48);
		history.offered.fill(0, 50 * 48, 60 * 48);
		const { repairs } = repairHistory(history);
		expect(repairs.filter((r) => r.interval === null).map((r) => r.day - history.firstDay)).toEqual(
			Array.from({ length: 10 }, (_, k) => 50 + k)
		);
		expect(repairs).toContainEqual(
			expect.objectContaining({ day: history.firstDay + 30, interval: 22, intervals: 18 })
		);
	});

	it('a day of three times the calls is a spike, growth from nothing is none', () => {
		const history = simulateHistory(QUEUE);
		for (let k = 52 * 48; k < 53 * 48; k++) history.offered[k]! *= 3.2;
		expect(repairHistory(history).repairs).toEqual([
			expect.objectContaining({ day: history.firstDay + 52, interval: null, problem: 'spike' })
		]);
		const growing = simulateHistory({ ...QUEUE, callsPerDay: 5000 });
		for (let d = 0; d < growing.dayCount; d++)
			for (let i = 0; i < 48; i++)
				growing.offered[d * 48 + i] = Math.round(growing.offered[d * 48 + i]! * Math.min(1, (d / 40) ** 2));
		expect(repairHistory(growing).repairs).toEqual([]);
	});

	it('a weekday given up stays given up', () => {
		const history = simulateHistory(QUEUE);
		for (let d = 5; d < history.dayCount; d += 7) if (d > 50) history.offered.fill(0, d * 48, (d + 1) * 48);
		expect(repairHistory(history).repairs).toEqual([]);
	});
});
