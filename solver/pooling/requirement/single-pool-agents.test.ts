import { describe, expect, it } from 'vitest';
import { staffingRequirement } from '../../staffing/index.ts';
import { singlePoolAgents } from './single-pool-agents.ts';

const queue = (id: string, change: object = {}) => ({
	id,
	volumes: [50],
	ahtSeconds: [240],
	patienceSeconds: 120 as number | null,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 },
	...change
});

describe('singlePoolAgents()', () => {
	it('is the Erlang A requirement of all contacts together when the queues are alike', () => {
		const together = staffingRequirement({
			volume: 150,
			intervalSeconds: 900,
			ahtSeconds: 240,
			patienceSeconds: 120,
			serviceLevel: { share: 0.8, thresholdSeconds: 20 }
		});
		expect(singlePoolAgents([queue('a'), queue('b'), queue('c')], 0, 900)).toBe(together.agents);
	});

	it('is not loosened for calls by e-mails that may wait for hours', () => {
		const calls = singlePoolAgents([queue('a')], 0, 900);
		const email = queue('e', {
			volumes: [1],
			patienceSeconds: null,
			serviceLevel: { share: 0.5, thresholdSeconds: 14_400 }
		});
		expect(singlePoolAgents([queue('a'), email], 0, 900)).toBeGreaterThanOrEqual(calls);
	});

	it('is the minimum where nothing is expected', () => {
		expect(singlePoolAgents([queue('a', { volumes: [0], minimumAgents: 2 })], 0, 900)).toBe(2);
	});
});
