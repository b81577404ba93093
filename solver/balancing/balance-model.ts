import type { BalanceGroup, BalanceProblem } from './balance-problem.ts';
import { lossAt } from './loss-at.ts';

/** A unit of a way adds so many effective agents to a queue; below 0 takes them off. */
export interface WayEffect {
	queue: number;
	agents: number;
}

/** One thing that can be done any whole number of times up to `most`: an agent to another queue, or a lever. */
export interface Way {
	/** Index of the group whose agents it takes; −1: of none. */
	group: number;
	/** Indices of the queues; −1: from no queue, or no reassignment at all. */
	from: number;
	to: number;
	/** Index of the lever; −1: a reassignment. */
	lever: number;
	effects: WayEffect[];
	cost: number;
	isMove: boolean;
	most: number;
}

/**
 * The floor as a linear program in columns, minimised; every column is 0 or more.
 *
 * Columns: units of each way; pieces of each queue's staff, as wide as the curve is straight. Rows: the staff of a
 * queue is the sum of its pieces (=); a group sends no more than it has (≤); a lever is pulled no more often than it
 * can be (≤); a piece is no wider than it is (≤); no more moves than allowed (≤).
 */
export interface BalanceModel {
	ways: Way[];
	/** Effective agents before any move, by queue. */
	staff: number[];
	/** Loss at the left end of the pieces, summed over the queues: the objective's constant. */
	constant: number;
	columns: { cost: number; rows: number[]; coefficients: number[]; upper: number }[];
	rows: { kind: '=' | '<='; right: number }[];
}

/** Slopes closer than this are one piece. */
const SAME_SLOPE = 1e-12;

/**
 * Ways that cannot pay are left out: a unit saves at most the steepest slope within reach of the queues that it helps,
 * and loses at least the flattest of those that it takes from. Taking it back is never worse, since curves are convex.
 */
export function balanceModel(problem: BalanceProblem): BalanceModel {
	const { queues, groups, mostMoves } = problem;
	const staff = staffNow(problem);
	const all = waysOf(problem);
	const [low, high] = [[...staff], [...staff]];
	for (const { effects, most } of all)
		for (const { queue, agents } of effects) (agents > 0 ? high : low)[queue]! += agents * most;
	const slope = (q: number, left: number) => {
		const { loss } = queues[q]!;
		const n = Math.max(0, Math.floor(left + 1e-9));
		return n + 1 >= loss.length ? 0 : loss[n + 1]! - loss[n]!;
	};
	const ways = all.filter(({ effects, cost }) => {
		let gain = -cost;
		for (const { queue, agents } of effects)
			gain -= agents * slope(queue, agents > 0 ? low[queue]! : Math.max(0, high[queue]! - 1e-6));
		return gain > 0;
	});

	const model: BalanceModel = { ways, staff, constant: 0, columns: [], rows: [] };
	const row = (kind: '=' | '<=', right: number) => model.rows.push({ kind, right }) - 1;
	const staffRow = staff.map((agents) => row('=', -agents));
	const groupRow = new Map<number, number>();
	for (const { group } of ways)
		if (group >= 0 && !groupRow.has(group)) groupRow.set(group, row('<=', groups[group]!.agents));
	const movesRow = mostMoves === undefined || !ways.some(({ isMove }) => isMove) ? -1 : row('<=', mostMoves);
	for (const { group, effects, cost, isMove, most } of ways) {
		const entries = effects.map(({ queue, agents }) => [staffRow[queue]!, agents]);
		if (group >= 0) entries.push([groupRow.get(group)!, 1]);
		if (movesRow >= 0 && isMove) entries.push([movesRow, 1]);
		if (group < 0 || most < groups[group]!.agents) entries.push([row('<=', most), 1]);
		model.columns.push({
			cost,
			rows: entries.map(([r]) => r!),
			coefficients: entries.map(([, value]) => value!),
			upper: most
		});
	}
	queues.forEach(({ loss }, q) => {
		model.constant += loss[0]!;
		for (const { width, slope: cost } of pieces(loss, high[q]!)) {
			const cap = width === Infinity ? -1 : row('<=', width);
			const rows = cap < 0 ? [staffRow[q]!] : [staffRow[q]!, cap];
			model.columns.push({ cost, rows, coefficients: cap < 0 ? [-1] : [-1, 1], upper: width });
		}
	});
	return model;
}

const paceIn = ({ can }: BalanceGroup, queue: string) => can.find((one) => one.queue === queue)!.pace;

function staffNow({ queues, groups }: BalanceProblem): number[] {
	const at = new Map(queues.map(({ id }, q) => [id, q]));
	const staff = queues.map(({ fixed = 0 }) => fixed);
	for (const group of groups)
		if (group.serving !== null) staff[at.get(group.serving)!]! += group.agents * paceIn(group, group.serving);
	return staff;
}

function waysOf({ queues, groups, moveCost, levers = [] }: BalanceProblem): Way[] {
	const at = new Map(queues.map(({ id }, q) => [id, q]));
	const ways: Way[] = [];
	groups.forEach((group, g) => {
		const { agents, serving, can } = group;
		if (agents === 0) return;
		const from = serving === null ? -1 : at.get(serving)!;
		const taken: WayEffect[] = serving === null ? [] : [{ queue: from, agents: -paceIn(group, serving) }];
		for (const { queue, pace } of can) {
			if (queue === serving) continue;
			const to = at.get(queue)!;
			const effects = [...taken, { queue: to, agents: pace }];
			const cost = group.moveCost ?? moveCost;
			ways.push({ group: g, from, to, lever: -1, effects, cost, isMove: true, most: agents });
		}
	});
	const groupAt = new Map(groups.map(({ id }, g) => [id, g]));
	levers.forEach(({ most, cost, effects, group, isMove }, lever) => {
		if (most === 0) return;
		const own = group === undefined ? -1 : groupAt.get(group)!;
		ways.push({
			group: own,
			from: -1,
			to: -1,
			lever,
			effects: merged(effects.map(({ queue, agents }) => ({ queue: at.get(queue)!, agents }))),
			cost,
			isMove,
			most: own < 0 ? most : Math.min(most, groups[own]!.agents)
		});
	});
	return ways;
}

/** One effect a queue. */
function merged(effects: readonly WayEffect[]): WayEffect[] {
	const sums = new Map<number, number>();
	for (const { queue, agents } of effects) sums.set(queue, (sums.get(queue) ?? 0) + agents);
	return [...sums].map(([queue, agents]) => ({ queue, agents }));
}

/** The straight pieces of a curve from 0 on, as far as staff can come; the last one goes on for ever. */
function pieces(loss: readonly number[], most: number): { width: number; slope: number }[] {
	const found: { width: number; slope: number }[] = [];
	const reach = Math.min(loss.length - 1, Math.ceil(most));
	for (let n = 0; n < reach; n++) {
		const slope = loss[n + 1]! - loss[n]!;
		const last = found.at(-1);
		if (last && Math.abs(last.slope - slope) <= SAME_SLOPE) last.width++;
		else found.push({ width: 1, slope });
	}
	if (reach === loss.length - 1) found.push({ width: Infinity, slope: 0 });
	else found.push({ width: Infinity, slope: lossAt(loss, reach + 1) - lossAt(loss, reach) });
	return found;
}
