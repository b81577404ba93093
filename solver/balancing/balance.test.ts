import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { balance } from './balance.ts';
import { balanceModel } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { agentsNeeded, inTargetShare, lossCurve } from './loss-curve.ts';
import { PiecewiseSimplex } from './piecewise-simplex.ts';
import { solveModel } from './solve-model.ts';
import { exhaustive, leveredFloor, randomFloor } from './testing.ts';

describe('balance()', () => {
	it('equals exhaustive search with levers, and the general engine on the same program', () => {
		const seen = { floors: 0, pulled: 0, both: 0, stayed: 0, limited: 0 };
		const random = createRandom(71);
		while (seen.floors < 400) {
			const problem = leveredFloor(random);
			const answer = balance(problem, { mostNodes: 4_000, mostSteps: 1e6 });
			expect(answer.status, JSON.stringify(problem)).not.toBe('feasible');
			expect(answer.objective, JSON.stringify(problem)).toBeCloseTo(exhaustive(problem), 6);
			const model = balanceModel(problem);
			const own = new PiecewiseSimplex(problem, model).solve(model.ways);
			const general = solveModel(model);
			if (own.status !== 'optimal' || general.status !== 'optimal') throw new Error('no answer');
			expect(own.objective, JSON.stringify(problem)).toBeCloseTo(general.objective, 6);
			seen.floors++;
			if (answer.levers.length > 0) seen.pulled++;
			if (answer.levers.length > 0 && answer.moves.length > 0) seen.both++;
			if (answer.status === 'stay') seen.stayed++;
			if (problem.mostMoves !== undefined) seen.limited++;
		}
		console.log(`balance() with levers, seed 71, equal to exhaustive search: ${JSON.stringify(seen)}`);
		for (const kind of ['pulled', 'both', 'stayed', 'limited'] as const)
			expect(seen[kind]).toBeGreaterThan(50);
	});

	it('equals exhaustive search on random small floors', () => {
		const seen = { floors: 0, moved: 0, stayed: 0, limited: 0, unlike: 0, most: 0 };
		const random = createRandom(20261128);
		while (seen.floors < 600) {
			const problem = randomFloor(random);
			const answer = balance(problem, { mostNodes: 2_000, mostSteps: 1e6 });
			const truth = exhaustive(problem);
			expect(answer.status, JSON.stringify(problem)).not.toBe('feasible');
			expect(answer.objective, JSON.stringify(problem)).toBeCloseTo(truth, 6);
			expect(answer.lowerBound).toBeLessThanOrEqual(answer.objective + 1e-9);
			// The answer's own account adds up.
			const moved = answer.moves.reduce((sum, { agents }) => sum + agents, 0);
			const lost = answer.queues.reduce((sum, { lossAfter }) => sum + lossAfter, 0);
			expect(lost + moved * problem.moveCost).toBeCloseTo(answer.objective, 9);
			seen.floors++;
			seen[moved > 0 ? 'moved' : 'stayed']++;
			if (problem.mostMoves !== undefined) seen.limited++;
			if (problem.groups.some(({ can }) => can.some(({ pace }) => pace !== 1))) seen.unlike++;
			seen.most = Math.max(seen.most, moved);
		}
		console.log(`balance(), seed 20261128, equal to exhaustive search: ${JSON.stringify(seen)}`);
		for (const kind of ['moved', 'stayed', 'limited', 'unlike'] as const)
			expect(seen[kind]).toBeGreaterThan(50);
	});

	it('says that staying is best where no move is worth its cost', () => {
		const loss = [10, 4, 1, 0];
		const can = [
			{ queue: 'a', pace: 1 },
			{ queue: 'b', pace: 1 }
		];
		const groups = [
			{ id: 'x', agents: 2, serving: 'a', can },
			{ id: 'y', agents: 2, serving: 'b', can }
		];
		const problem = { queues: [{ id: 'a', loss }, { id: 'b', loss }], groups, moveCost: 0.1 }; // prettier-ignore
		expect(balance(problem)).toMatchObject({ status: 'stay', moves: [], gap: 0, objective: 2 });
	});

	it('moves along a chain: from the queue that can spare through one that cannot', () => {
		const calm = [4, 0, 0, 0];
		const problem: BalanceProblem = {
			queues: [
				{ id: 'calm', loss: calm },
				{ id: 'between', loss: [9, 3, 0] },
				{ id: 'burning', loss: [30, 10, 0] }
			],
			groups: [
				{ id: 'one', agents: 3, serving: 'calm', can: [{ queue: 'calm', pace: 1 }, { queue: 'between', pace: 1 }] }, // prettier-ignore
				{ id: 'two', agents: 2, serving: 'between', can: [{ queue: 'between', pace: 1 }, { queue: 'burning', pace: 1 }] } // prettier-ignore
			],
			moveCost: 0.2
		};
		expect(balance(problem).moves).toEqual([
			{ group: 'one', from: 'calm', to: 'between', agents: 2 },
			{ group: 'two', from: 'between', to: 'burning', agents: 2 }
		]);
	});

	it('never does worse with a higher limit of moves, nor better with a higher cost', () => {
		const random = createRandom(7);
		for (let k = 0; k < 60; k++) {
			const problem = randomFloor(random);
			const at = (mostMoves: number | undefined, moveCost: number) =>
				balance({ ...problem, mostMoves, moveCost }, { mostNodes: 2_000, mostSteps: 1e6 }).objective;
			expect(at(3, 0.4)).toBeLessThanOrEqual(at(1, 0.4) + 1e-6);
			expect(at(undefined, 0.4)).toBeLessThanOrEqual(at(3, 0.4) + 1e-6);
			expect(at(undefined, 0.4)).toBeLessThanOrEqual(at(undefined, 0.8) + 1e-6);
		}
	});

	it('refuses what is no floor, by value and what was wanted', () => {
		const queue = { id: 'a', loss: [2, 1] };
		const group = { id: 'x', agents: 1, serving: 'a', can: [{ queue: 'a', pace: 1 }] };
		const fine: BalanceProblem = { queues: [queue], groups: [group], moveCost: 0 };
		const refused: [Partial<BalanceProblem>, string][] = [
			[{ queues: [{ id: 'a', loss: [1, 2] }] }, 'with 1 agents "2" must be at most 1'],
			[{ queues: [{ id: 'a', loss: [3, 2.9, 1] }] }, 'must be convex'],
			[{ queues: [queue, queue] }, 'queue "a" must be named once'],
			[{ queues: [{ id: 'a', loss: [] }] }, 'a value for 0 agents'],
			[{ groups: [{ ...group, agents: 1.5 }] }, 'agents of group "x" "1.5" must be a whole number'],
			[{ groups: [{ ...group, serving: 'b' }] }, '"b" must be one of the queues that it can serve'],
			[{ groups: [{ ...group, can: [{ queue: 'z', pace: 1 }] }] }, '"z" must be one of the queues'],
			[
				{ groups: [{ ...group, can: [{ queue: 'a', pace: 0 }] }] },
				'pace of group "x" in "a" "0" must be above 0'
			],
			[{ moveCost: -1 }, 'moveCost "-1" must be 0 or more'],
			[{ mostMoves: 0.5 }, 'mostMoves "0.5" must be a whole number']
		];
		for (const [change, words] of refused) expect(() => balance({ ...fine, ...change })).toThrow(words);
		expect(balance({ queues: [], groups: [], moveCost: 1 })).toMatchObject({ status: 'stay', objective: 0 });
	});
});

describe('lossCurve()', () => {
	const outlook = {
		waiting: 5,
		arrivals: 40,
		windowSeconds: 1800,
		ahtSeconds: 240,
		patienceSeconds: 120 as number | null,
		thresholdSeconds: 20,
		targetShare: 0.8,
		weight: 1
	};
	it('is falling and convex, from all contacts without agents to none with those who are needed', () => {
		for (const patienceSeconds of [120, null]) {
			const curve = lossCurve({ ...outlook, patienceSeconds });
			expect(curve[0]).toBeCloseTo(45, 9);
			expect(curve.at(-1)).toBe(0);
			for (let n = 1; n < curve.length; n++) expect(curve[n]!).toBeLessThan(curve[n - 1]!);
			for (let n = 2; n < curve.length; n++)
				expect(curve[n]! - 2 * curve[n - 1]! + curve[n - 2]!).toBeGreaterThanOrEqual(-1e-9);
		}
	});
	it('lies under the late contacts, meets them where they are convex, and goes on beyond the target', () => {
		const steady = { ...outlook, waiting: 0 };
		const curve = lossCurve(steady);
		const late = curve.map((_, n) => 40 * (1 - inTargetShare(steady, n)!));
		curve.slice(0, -1).forEach((value, n) => expect(value).toBeLessThanOrEqual(late[n]! + 1e-9));
		const needed = agentsNeeded(steady);
		expect(curve.length - 1).toBeGreaterThan(needed);
		expect(curve[needed]!).toBeCloseTo(late[needed]!, 6);
		expect(curve[needed]!).toBeGreaterThan(0.5);
		expect(lossCurve({ ...steady, weight: 3 })[needed]!).toBeCloseTo(3 * curve[needed]!, 9);
	});
	it('needs the agents that Erlang A says where nobody waits', () => {
		const steady = { ...outlook, waiting: 0, arrivals: 100, patienceSeconds: 120 };
		// 100 contacts in 30 min, AHT 240 s, patience 120 s: 16 agents for 80/20.
		expect(agentsNeeded(steady)).toBe(16);
		expect(agentsNeeded({ ...steady, waiting: 8 })).toBeGreaterThan(16);
	});
	it('answers more in time with more agents, fewer with a longer line', () => {
		for (let agents = 1; agents < 20; agents++) {
			const share = (change: Partial<typeof outlook>, n = agents) =>
				inTargetShare({ ...outlook, ...change }, n)!;
			expect(share({}, agents + 0.5)).toBeGreaterThanOrEqual(share({}) - 1e-12);
			expect(share({ waiting: 9 })).toBeLessThanOrEqual(share({}) + 1e-12);
		}
		expect(inTargetShare({ ...outlook, waiting: 0, arrivals: 0 }, 3)).toBeNull();
	});
	it('refuses values outside its domain', () => {
		expect(() => lossCurve({ ...outlook, weight: 0 })).toThrow('weight "0" must be a finite number above 0');
		expect(() => lossCurve({ ...outlook, targetShare: 80 })).toThrow(
			'targetShare "80" must be above 0 and below 1'
		);
		expect(() => lossCurve({ ...outlook, patienceSeconds: -1 })).toThrow('patienceSeconds "-1"');
	});
});
