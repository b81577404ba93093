import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { dive } from './dive.ts';
import { createPlanPool } from './plan-pool.ts';

/** A relaxation of two undecided agents that costs `dear` from the first hold on, with always a plan to add. */
function createUndecided(free: number, dear: number) {
	const pool = createPlanPool();
	for (const agent of [0, 1]) for (const kind of [0, 1]) pool.add(agent, Int16Array.of(kind));
	const held = Int32Array.of(-1, -1);
	/** Rounds by the number of agents held. */
	const rounds = [0, 0, 0];
	return {
		pool,
		held,
		rounds,
		weights: () => Float64Array.of(0.8, 0.2, 0.8, 0.2),
		hold: (agent: number, index: number) => void (held[agent] = index),
		round() {
			const count = held.filter((c) => c >= 0).length;
			rounds[count]!++;
			return { linearObjective: count === 0 ? free : dear, bound: -Infinity, added: 1 };
		}
	};
}

describe('dive()', () => {
	const rounds = { least: 2, most: () => 5, isCalm: true };

	it('prices on after a hold that made the linear solution dearer, and not after one that did not', () => {
		const master = createUndecided(10, 12);
		expect(dive(master, createRandom(1), rounds, () => false)).toEqual([Int16Array.of(0), Int16Array.of(0)]);
		expect(master.rounds).toEqual([2, 5, 2]);
	});

	it('prices on past the cutoff alone when it is not calm', () => {
		const brisk = { ...rounds, isCalm: false };
		const within = createUndecided(10, 12);
		dive(within, createRandom(1), brisk, () => false, 12);
		expect(within.rounds).toEqual([2, 2, 2]);
		const past = createUndecided(10, 12);
		expect(dive(past, createRandom(1), brisk, () => false, 11)).toBeNull();
		expect(past.rounds[1]).toBeGreaterThanOrEqual(5);
	});

	it('lets all go again that it held', () => {
		const master = createUndecided(10, 12);
		dive(master, createRandom(1), rounds, () => false);
		expect([...master.held]).toEqual([-1, -1]);
	});
});
