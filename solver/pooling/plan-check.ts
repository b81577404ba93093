/** A share of replications, with its 95 % interval (Wilson). */
export interface Probability {
	value: number;
	low: number;
	high: number;
}

/** Over the replications. */
export interface Spread {
	p10: number;
	mean: number;
	p90: number;
}

/** A difference between two plans run on the same contacts, with its 95 % interval. */
export interface Effect {
	mean: number;
	low: number;
	high: number;
}

export interface CheckedDay {
	day: number;
	/** 0 = Sunday … as the caller's `weekdayOf` numbers them. */
	weekday: number;
	/** Of the replications in which it had contacts; null when none had. */
	probabilityMet: Probability | null;
	serviceLevel: Spread | null;
	/** Mean contacts. */
	offered: number;
}

export interface CheckedQueue {
	id: string;
	/** That the queue's service level over the whole period reaches its target. */
	probabilityMet: Probability | null;
	serviceLevel: Spread | null;
	/** Share of offered contacts that abandon. */
	abandonment: Spread | null;
	days: CheckedDay[];
	/** The weekday on which a bad day is worst: its 10th percentile over replications and days ("on a bad Monday"). */
	worst: { weekday: number; serviceLevel: number } | null;
	/** One an interval, by interval of entry; null where no contact came. */
	intervals: (Spread | null)[];
}

/** What one agent of the group more, or fewer, changes, whenever the group is at work. */
export interface MarginalEffect {
	id: string;
	oneMore: AgentEffect;
	/** Null when the group is never at work. */
	oneFewer: AgentEffect | null;
}

export interface AgentEffect {
	/** On the share of all contacts answered within their thresholds; null (as below) when there were none. */
	serviceLevel: Effect | null;
	/** On the share of contacts that abandon. */
	abandonment: Effect | null;
	/** On the probability that every queue meets its target over the period. */
	probabilityMet: Effect;
	/** On each queue's service level. */
	queues: { id: string; serviceLevel: Effect | null }[];
}

export interface PlanCheck {
	/** Done; fewer than asked for when stopped. */
	replications: number;
	overall: {
		/** That every queue meets its target over the period. */
		probabilityMet: Probability | null;
		/** Share of all contacts answered within the threshold of their queue. */
		serviceLevel: Spread | null;
		abandonment: Spread | null;
		/** Time with a contact in hand / time at work. */
		occupancy: Spread | null;
		/** That every queue meets its target on the day. */
		days: CheckedDay[];
	};
	queues: CheckedQueue[];
	groups: { id: string; occupancy: Spread | null }[];
	/** Empty when stopped before they were found, or asked not to. */
	marginal: MarginalEffect[];
	stopped: boolean;
}
