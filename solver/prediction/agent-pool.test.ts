import { describe, expect, it } from 'vitest';
import { AgentPool } from './agent-pool.ts';

/** Agents 0–2 in a group of two units each, agent 3 in one of one unit. */
function pool(): AgentPool {
	const agents = new AgentPool(Int32Array.of(0, 0, 0, 1), Int32Array.of(2, 1));
	agents.clear();
	for (let a = 0; a < 4; a++) agents.setServing(a, true, a);
	return agents;
}

describe('AgentPool', () => {
	it('offers the freest agent, and of those the one that has been so longest', () => {
		const agents = pool();
		expect(agents.freest(0, 1)).toBe(0);
		agents.take(0, 1, 10);
		expect(agents.freest(0, 1)).toBe(1);
		agents.take(1, 1, 11);
		agents.take(2, 2, 12);
		expect(agents.freest(0, 1)).toBe(0);
		expect(agents.freest(0, 2)).toBe(-1);
		agents.take(1, -1, 13);
		expect(agents.freest(0, 2)).toBe(1);
		expect(agents.freest(1, 1)).toBe(3);
	});

	it('offers nobody who does not serve, and them again afterwards, with what they have in hand', () => {
		const agents = pool();
		agents.setServing(3, false, 5);
		expect(agents.freest(1, 1)).toBe(-1);
		agents.take(3, 1, 6);
		agents.setServing(3, true, 7);
		expect(agents.freest(1, 1)).toBe(-1);
		agents.take(3, -1, 8);
		expect(agents.freest(1, 1)).toBe(3);
	});

	it('bears more in hand than the capacity', () => {
		const agents = pool();
		agents.take(3, 2, 5);
		expect(agents.freest(1, 1)).toBe(-1);
		agents.take(3, -1, 6);
		agents.take(3, -1, 7);
		expect(agents.freest(1, 1)).toBe(3);
	});
});
