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
	/** What moving one of them must save in place of the floor's moveCost: higher for those who have just been moved. */
	moveCost?: number;
}

/**
 * Something else than a reassignment that can be done up to `most` times, each time with the same effects: a break
 * moved out of the window, overtime, time off, a callback offered, a contact handed to a bot. See `floorLevers`.
 */
export interface BalanceLever {
	id: string;
	most: number;
	/** In the losses' unit, for each time; below 0 where doing it saves something by itself, as time off does. */
	cost: number;
	/** Effective agents that each time adds to a queue over the window; below 0: takes off. */
	effects: readonly { queue: string; agents: number }[];
	/** Each time is done with one agent of this group, who then can't be moved as well. */
	group?: string;
	/** Whether each time counts as a move of one agent. */
	isMove: boolean;
}

export interface BalanceProblem {
	queues: readonly BalanceQueue[];
	groups: readonly BalanceGroup[];
	/** Contacts that moving one agent must save at the least, in the losses' unit: what keeps the floor from flapping. 0 or more. */
	moveCost: number;
	levers?: readonly BalanceLever[];
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
	/** `stay`: nothing that can be done is worth its cost. `optimal`: proven the best; `feasible`: at most `gap` from it. */
	status: 'stay' | 'optimal' | 'feasible';
	moves: BalanceMove[];
	/** Levers to pull, and how often. */
	levers: { id: string; times: number }[];
	queues: BalancedQueue[];
	/** Losses and the cost of the moves, summed. */
	objective: number;
	objectiveBefore: number;
	/** No answer can be lower. */
	lowerBound: number;
	gap: number;
}
