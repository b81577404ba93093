import { describe, expect, it } from 'vitest';
import type { Check, CheckedQueue } from './check-types.ts';
import { certaintyText, queueSentence, wholeSentence } from './check-words.ts';
import { probabilityText } from './probability-text.ts';

const spread = (p10: number) => ({ p10, mean: 0.8, p90: 0.9 });
const chance = { value: 0.86, low: 0.82, high: 0.9 };
const day = (weekday: number, p10: number) => ({
	day: 20_000 + weekday,
	weekday,
	probabilityMet: chance,
	serviceLevel: spread(p10),
	offered: 100
});
const queue: CheckedQueue = {
	id: 'q',
	share: 0.8,
	thresholdSeconds: 20,
	probabilityMet: chance,
	serviceLevel: spread(0.75),
	abandonment: null,
	days: [],
	worst: { weekday: 1, serviceLevel: 0.71 },
	p10: [],
	mean: [],
	p90: []
};
const check = (queues: CheckedQueue[], days = [day(1, 0.7), day(0, 0.6)]): Check => ({
	checkedAt: 0,
	replications: 300,
	overall: { probabilityMet: chance, serviceLevel: null, abandonment: null, occupancy: null, days },
	queues,
	groups: [],
	marginal: [],
	instants: []
});

describe('wholeSentence()', () => {
	it('speaks of the target where there is one queue', () => {
		expect(wholeSentence(check([queue]), 'plan')).toBe(
			'This plan meets 80% in 0:20 with probability 0.86; on a bad Monday it reaches 71%.'
		);
	});

	it('speaks of all queues and the day that may go worst where there are several', () => {
		expect(wholeSentence(check([queue, { ...queue, id: 'r' }]), 'roster')).toBe(
			'This roster meets the targets of all 2 queues with probability 0.86; on a bad Sunday, 60% of contacts are answered in time.'
		);
	});

	it('says so where nothing was simulated', () => {
		expect(wholeSentence(check([], []), 'plan')).toContain('nothing to simulate');
		expect(queueSentence({ ...queue, worst: null }, 'Queue')).toBeNull();
	});
});

describe('certaintyText()', () => {
	it('gives the runs and the interval of the probability', () => {
		expect(certaintyText(check([queue]))).toContain('300 simulated runs');
		expect(certaintyText(check([queue]))).toContain('between 0.82 and 0.90');
	});
});

describe('probabilityText()', () => {
	it('claims neither certainty nor impossibility, and knows the unknown', () => {
		expect([0, 0.004, 0.86, 0.996, 1, null].map(probabilityText)).toEqual([
			'below 0.01',
			'below 0.01',
			'0.86',
			'above 0.99',
			'above 0.99',
			'–'
		]);
	});
});
