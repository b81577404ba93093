import type { BalanceProblem } from './balance-problem.ts';
import { lossAt } from './loss-at.ts';

/** A way for agents to go, and how many of them may. */
export interface Way {
	/** Index of the group, and of the queues; −1: from no queue. */
	group: number;
	from: number;
	to: number;
	paceFrom: number;
	paceTo: number;
	agents: number;
}

/**
 * The floor as a linear program in columns, minimised; every column is 0 or more.
 *
 * Columns: agents on each way; pieces of each queue's staff, as wide as the curve is straight. Rows: the staff of a
 * queue is the sum of its pieces (=); a group sends no more than it has (≤); a piece is no wider than it is (≤); no
 * more moves than allowed (≤).
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
 * Ways that cannot pay are left out: one agent's going saves at most the target's steepest slope within reach, and
 * loses at least the origin's flattest. Taking such a move back is never worse, since the curves are convex.
 */
export function balanceModel({ queues, groups, moveCost, mostMoves }: BalanceProblem): BalanceModel {
	const at = new Map(queues.map(({ id }, q) => [id, q]));
	const staff = queues.map(({ fixed = 0 }) => fixed);
	const low = [...staff];
	const high = [...staff];
	const ways: Way[] = [];
	groups.forEach(({ agents, serving, can }, group) => {
		if (agents === 0) return;
		const from = serving === null ? -1 : at.get(serving)!;
		const paceFrom = serving === null ? 0 : can.find(({ queue }) => queue === serving)!.pace;
		if (from >= 0) {
			staff[from]! += agents * paceFrom;
			high[from]! += agents * paceFrom;
		}
		for (const { queue, pace } of can) {
			if (queue === serving) continue;
			const to = at.get(queue)!;
			high[to]! += agents * pace;
			ways.push({ group, from, to, paceFrom, paceTo: pace, agents });
		}
	});
	const slope = (q: number, left: number) => {
		const { loss } = queues[q]!;
		const n = Math.max(0, Math.floor(left + 1e-9));
		return n + 1 >= loss.length ? 0 : loss[n + 1]! - loss[n]!;
	};
	const worth = ways.filter(({ from, to, paceFrom, paceTo }) => {
		const gain = -slope(to, low[to]!) * paceTo;
		const least = from < 0 ? 0 : -slope(from, Math.max(0, high[from]! - 1e-6)) * paceFrom;
		return gain - least > moveCost;
	});

	const model: BalanceModel = { ways: worth, staff, constant: 0, columns: [], rows: [] };
	const staffRow = queues.map((_, q) => model.rows.push({ kind: '=', right: -staff[q]! }) - 1);
	const groupRow = new Map<number, number>();
	for (const { group } of worth)
		if (!groupRow.has(group))
			groupRow.set(group, model.rows.push({ kind: '<=', right: groups[group]!.agents }) - 1);
	const movesRow =
		mostMoves === undefined || worth.length === 0
			? -1
			: model.rows.push({ kind: '<=', right: mostMoves }) - 1;
	for (const { group, from, to, paceFrom, paceTo, agents } of worth) {
		const rows = [groupRow.get(group)!, staffRow[to]!];
		const coefficients = [1, paceTo];
		const add = (row: number, coefficient: number) => {
			rows.push(row);
			coefficients.push(coefficient);
		};
		if (from >= 0) add(staffRow[from]!, -paceFrom);
		if (movesRow >= 0) add(movesRow, 1);
		model.columns.push({ cost: moveCost, rows, coefficients, upper: agents });
	}
	queues.forEach(({ loss }, q) => {
		model.constant += loss[0]!;
		for (const { width, slope: cost } of pieces(loss, high[q]!)) {
			const cap = width === Infinity ? -1 : model.rows.push({ kind: '<=', right: width }) - 1;
			const rows = cap < 0 ? [staffRow[q]!] : [staffRow[q]!, cap];
			model.columns.push({ cost, rows, coefficients: cap < 0 ? [-1] : [-1, 1], upper: width });
		}
	});
	return model;
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
