import { describe, expect, it } from 'vitest';
import { freeAgent, steadyQueue } from '../prediction/testing.ts';
import { balancePresent, type AgentPlace } from './balance-present.ts';

const floor = {
	queues: [
		steadyQueue({ id: 'calm', arrivals: new Array<number>(12).fill(3) }),
		steadyQueue({ id: 'burning' })
	],
	agents: [
		...Array.from({ length: 9 }, (_, a) =>
			freeAgent({
				queues: [0],
				contacts: a < 3 ? [{ queue: 0, elapsedSeconds: 20, isWrapping: false }] : []
			})
		),
		...Array.from({ length: 6 }, () => freeAgent({ queues: [1] }))
	]
};
const both = [0, 1].map((queue) => ({ queue, pace: 1 }));
const places = (over: Partial<AgentPlace> = {}): AgentPlace[] =>
	floor.agents.map(({ queues }, a) => ({ serving: queues[0]!, can: a < 9 ? both : [both[1]!], isFresh: false, ...over })); // prettier-ignore
const options = { windowSeconds: 1800, moveCost: 1 };

describe('balancePresent()', () => {
	it('sends those whose hands are free, by place', () => {
		const { agents, moves, status } = balancePresent(floor, places(), options);
		expect(status).toBe('optimal');
		expect(agents.length).toBeGreaterThan(1);
		expect(agents.length).toBe(moves.reduce((sum, move) => sum + move.agents, 0));
		for (const { agent, to } of agents) {
			expect(to).toBe(1);
			expect(floor.agents[agent]!.contacts).toEqual([]);
		}
	});
	it('moves fewer who have just been moved, nobody who goes soon, and no more than allowed', () => {
		const most = balancePresent(floor, places(), options).agents.length;
		const dear = balancePresent(floor, places({ isFresh: true }), { ...options, moveCost: 2 });
		expect(dear.agents.length).toBeLessThan(most);
		expect(balancePresent(floor, places(), { ...options, mostMoves: 1 }).agents.length).toBe(1);
		const going = {
			...floor,
			agents: floor.agents.map((agent) => ({
				...agent,
				changes: [{ inSeconds: 300, spreadSeconds: 0, isServing: false, reason: 'shift' }]
			}))
		};
		const answer = balancePresent(going, places(), options);
		expect(answer.status).toBe('stay');
		expect(answer.queues[0]!.staffBefore).toBeCloseTo(9 / 6, 9);
	});
});
