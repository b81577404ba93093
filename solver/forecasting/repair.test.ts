import { describe, expect, it } from 'vitest';
import { repairHistory } from './repair.ts';
import { simulateHistory } from './testing/simulated-history.ts';

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
});
