/** A queue over the window that is planned, such as the next 30 minutes. */
export interface BalanceQueue {
	id: string;
	/**
	 * Weighted contacts that miss their target within the window with 0, 1, 2 … effective agents (`lossCurve` makes it).
	 * Falling and convex; beyond its end as at its end.
	 */
	loss: readonly number[];
	/** Effective agents who serve it whatever is decided; 0 by default. */
	fixed?: number;
}

/** Agents alike in what they serve now and in what they can serve. */
export interface BalanceGroup {
	id: string;
	agents: number;
	/** The queue they serve now; null: they serve none and may be called in. */
	serving: string | null;
	/** Queues they can serve, with their pace there: 1 = the queue's usual handle time, 0.5 = twice as long. */
	can: readonly { queue: string; pace: number }[];
}

export interface BalanceProblem {
	queues: readonly BalanceQueue[];
	groups: readonly BalanceGroup[];
	/** Contacts that moving one agent must save at the least, in the losses' unit: what keeps the floor from flapping. 0 or more. */
	moveCost: number;
	/** At most so many agents are moved; no limit by default. */
	mostMoves?: number;
}

export interface BalanceMove {
	group: string;
	from: string | null;
	to: string;
	agents: number;
}

export interface BalancedQueue {
	id: string;
	/** Effective agents, and weighted contacts that miss their target, without the moves and with them. */
	staffBefore: number;
	staffAfter: number;
	lossBefore: number;
	lossAfter: number;
}

export interface BalanceAnswer {
	/** `stay`: no move is worth its cost. `optimal`: proven the best; `feasible`: at most `gap` from it. */
	status: 'stay' | 'optimal' | 'feasible';
	moves: BalanceMove[];
	queues: BalancedQueue[];
	/** Losses and the cost of the moves, summed. */
	objective: number;
	objectiveBefore: number;
	/** No answer can be lower. */
	lowerBound: number;
	gap: number;
}
