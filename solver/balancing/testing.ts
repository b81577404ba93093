import type { Random } from '../numeric/random.ts';
import type { BalanceGroup, BalanceLever, BalanceProblem, BalanceQueue } from './balance-problem.ts';
import { lossCurve } from './loss-curve.ts';

const straight = (loss: readonly number[], staff: number): number => {
	const last = loss.length - 1;
	const n = Math.max(0, Math.min(last, Math.floor(staff)));
	return n >= last ? loss[last]! : loss[n]! + (Math.max(0, staff) - n) * (loss[n + 1]! - loss[n]!);
};

/** Every way to send whole agents anywhere, counted out: shares nothing with the search. */
export function exhaustive({
	queues,
	groups,
	moveCost,
	mostMoves = Infinity,
	levers = []
}: BalanceProblem): number {
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

/** A floor small enough for exhaustive search: likeness of paces, limits and patience at random. */
export function randomFloor(random: Random): BalanceProblem {
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
export function leveredFloor(random: Random): BalanceProblem {
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
