import { balance } from './balance.ts';
import type { BalanceAnswer, BalancedQueue, BalanceGroup, BalanceLever } from './balance-problem.ts';
import { inTargetShare, lossCurve, type QueueOutlook } from './loss-curve.ts';

export interface FloorQueue {
	id: string;
	/** In the line now. */
	waiting: number;
	/** Contacts expected within the window. */
	arrivals: number;
	ahtSeconds: number;
	/** Mean patience; null or left out: nobody gives up. */
	patienceSeconds?: number | null;
	thresholdSeconds: number;
	/** 0.8 by default. */
	targetShare?: number;
	/** What a contact of this queue weighs, by priority and mood; 1 by default. */
	weight?: number;
	fixed?: number;
}

/** A floor as it stands, and the window over which it is balanced. */
export interface FloorState {
	windowSeconds: number;
	queues: readonly FloorQueue[];
	groups: readonly BalanceGroup[];
	/** Weighted contacts that the move of one agent must save at the least; 1 by default. */
	moveCost?: number;
	mostMoves?: number;
	/** What else can be done: see `floorLevers`. */
	levers?: readonly BalanceLever[];
}

export interface FloorAnswer extends Omit<BalanceAnswer, 'queues'> {
	queues: (BalancedQueue & {
		/** Share of the window's contacts, those waiting included, answered within the threshold; null without any. */
		inTargetBefore: number | null;
		inTargetAfter: number | null;
	})[];
}

/**
 * Balances a floor: the loss curve of each queue from its line, its expected arrivals and its handle time, and the
 * best moves over them (`lossCurve`, `balance`).
 *
 * @throws RangeError for a floor that is none
 */
export function balanceFloor(state: FloorState, options?: Parameters<typeof balance>[1]): FloorAnswer {
	const { windowSeconds, queues, groups, moveCost = 1, mostMoves, levers } = state;
	const outlooks = queues.map(
		({ patienceSeconds = null, weight = 1, targetShare = 0.8, ...queue }): QueueOutlook => ({
			...queue,
			patienceSeconds,
			weight,
			targetShare,
			windowSeconds
		})
	);
	const answer = balance(
		{
			queues: queues.map(({ id, fixed }, q) => ({ id, fixed, loss: lossCurve(outlooks[q]!) })),
			groups,
			moveCost,
			mostMoves,
			levers
		},
		options
	);
	return {
		...answer,
		queues: answer.queues.map((row, q) => ({
			...row,
			inTargetBefore: inTargetShare(outlooks[q]!, row.staffBefore),
			inTargetAfter: inTargetShare(outlooks[q]!, row.staffAfter)
		}))
	};
}
