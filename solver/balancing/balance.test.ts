import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../numeric/random.ts';
import { balance } from './balance.ts';
import { balanceModel } from './balance-model.ts';
import type { BalanceGroup, BalanceLever, BalanceProblem, BalanceQueue } from './balance-problem.ts';
import { agentsNeeded, inTargetShare, lossCurve } from './loss-curve.ts';
import { PiecewiseSimplex } from './piecewise-simplex.ts';
import { solveModel } from './solve-model.ts';

const straight = (loss: readonly number[], staff: number): number => {
	const last = loss.length - 1;
	const n = Math.max(0, Math.min(last, Math.floor(staff)));
	return n >= last ? loss[last]! : loss[n]! + (Math.max(0, staff) - n) * (loss[n + 1]! - loss[n]!);
};

/** Every way to send whole agents anywhere, counted out: shares nothing with the search. */
function exhaustive({ queues, groups, moveCost, mostMoves = Infinity, levers = [] }: BalanceProblem): number {
	let best = Infinity;
	const staff = new Map(queues.map(({ id, fixed = 0 }) => [id, fixed]));
	const add = (queue: string | null, amount: number) =>
		queue === null ? undefined : staff.set(queue, staff.get(queue)! + amount);
	const paceOf = (group: BalanceGroup, queue: string | null) =>
		group.can.find((can) => can.queue === queue)?.pace ?? 0;
	for (const group of groups) add(group.serving, group.agents * paceOf(group, group.serving));
	/** Agents of each group that no reassignment takes. */
	const idle: number[] = [];
	const pull = (l: number, moves: number, cost: number): void => {
		if (moves > mostMoves) return;
		const lever = levers[l];
		if (!lever) {
			if ([...staff.values()].some((agents) => agents < -1e-9)) return;
			best = Math.min(best, queues.reduce((all, { id, loss }) => all + straight(loss, staff.get(id)!), cost)); // prettier-ignore
			return;
		}
		const own = groups.findIndex(({ id }) => id === lever.group);
		for (let n = 0; n <= lever.most && !(own >= 0 && n > idle[own]!); n++) {
			for (const { queue, agents } of lever.effects) add(queue, n * agents);
			if (own >= 0) idle[own]! -= n;
			pull(l + 1, moves + (lever.isMove ? n : 0), cost + n * lever.cost);
			if (own >= 0) idle[own]! += n;
			for (const { queue, agents } of lever.effects) add(queue, -n * agents);
		}
	};
	const visit = (g: number, k: number, left: number, moves: number, cost: number): void => {
		if (moves > mostMoves) return;
		const group = groups[g];
		if (!group) return pull(0, moves, cost);
		const can = group.can[k];
		if (!can) {
			idle[g] = left;
			return visit(g + 1, 0, groups[g + 1]?.agents ?? 0, moves, cost);
		}
		if (can.queue === group.serving) return visit(g, k + 1, left, moves, cost);
		for (let n = 0; n <= left; n++) {
			add(can.queue, n * can.pace);
			add(group.serving, -n * paceOf(group, group.serving));
			visit(g, k + 1, left - n, moves + n, cost + n * (group.moveCost ?? moveCost));
			add(can.queue, -n * can.pace);
			add(group.serving, n * paceOf(group, group.serving));
		}
	};
	visit(0, 0, groups[0]?.agents ?? 0, 0, 0);
	return best;
}

function randomFloor(random: Random): BalanceProblem {
	const queues: BalanceQueue[] = Array.from({ length: 2 + random.below(3) }, (_, q) => ({
		id: `q${q}`,
		fixed: random.below(2),
		loss: lossCurve({
			waiting: random.below(12),
			arrivals: 60 * random.uniform(),
			windowSeconds: 1800,
			ahtSeconds: 120 + 400 * random.uniform(),
			patienceSeconds: random.below(3) === 0 ? null : 60 + 300 * random.uniform(),
			thresholdSeconds: 20,
			targetShare: 0.8,
			weight: 0.5 + 2 * random.uniform()
		})
	}));
	const unlike = random.below(2) === 1;
	const groups = Array.from({ length: 1 + random.below(4) }, (_, g): BalanceGroup => {
		const able = queues.filter(() => random.uniform() < 0.7);
		const can = (able.length > 0 ? able : [queues[0]!]).map(({ id }) => ({
			queue: id,
			pace: unlike ? 0.5 + 0.7 * random.uniform() : 1
		}));
		const serving = random.below(6) === 0 ? null : can[random.below(can.length)]!.queue;
		return { id: `g${g}`, agents: random.below(4), serving, can };
	});
	return {
		queues,
		groups,
		moveCost: random.uniform() < 0.2 ? 0 : random.uniform(),
		mostMoves: random.below(3) === 0 ? random.below(5) : undefined
	};
}

/** Such a floor with levers of every kind: own agents or none, help and harm, costs below 0. */
function leveredFloor(random: Random): BalanceProblem {
	const floor = randomFloor(random);
	const groups = floor.groups.map((group) => ({
		...group,
		moveCost: random.below(3) === 0 ? 2 * random.uniform() : undefined
	}));
	const levers = Array.from({ length: 1 + random.below(3) }, (_, l): BalanceLever => {
		const queue = () => floor.queues[random.below(floor.queues.length)]!.id;
		const size = 0.2 + 0.9 * random.uniform();
		const isOff = random.below(3) === 0;
		const effects = [{ queue: queue(), agents: isOff ? -size : size }];
		if (random.below(4) === 0) effects.push({ queue: queue(), agents: 0.3 });
		return {
			id: `l${l}`,
			most: random.below(4),
			cost: isOff ? -0.8 * random.uniform() : random.uniform(),
			effects,
			group: random.below(2) === 0 ? groups[random.below(groups.length)]!.id : undefined,
			isMove: random.below(2) === 0
		};
	});
	return { ...floor, groups, levers };
}

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
