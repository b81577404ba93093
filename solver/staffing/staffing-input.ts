/** "80/20": this share of the offered contacts answered within this time. */
export interface ServiceLevelTarget {
	/** Fraction of all offered contacts, above 0 and below 1. */
	share: number;
	/** T, in seconds, 0 or more. */
	thresholdSeconds: number;
}

/** The work of one interval, the way its contacts behave, and what is promised to them. */
export interface StaffingInput {
	/** Contacts offered in the interval; a forecast mean need not be whole. */
	volume: number;
	intervalSeconds: number;
	/** Average handling time of a contact; where concurrency is above 1, at that concurrency, unless a slowdown is given. */
	ahtSeconds: number;
	/** Mean patience. Given: Erlang A. Left out: nobody abandons, Erlang C. */
	patienceSeconds?: number;
	serviceLevel?: ServiceLevelTarget;
	/** Longest acceptable mean queue time of answered contacts. */
	maxAsaSeconds?: number;
	/** Largest acceptable share of contacts that abandon; needs a patience. */
	maxAbandonment?: number;
	/** Largest acceptable handling time / (handling + available time). */
	maxOccupancy?: number;
	/** Share of paid time in which an agent is not available for contacts; 0 unless given. */
	shrinkage?: number;
	/** At least so many agents, in an empty interval too; 0 unless given. */
	minimumAgents?: number;
	/** Contacts that one agent handles at once (chat, messaging); 1 unless given. */
	concurrency?: number;
	/**
	 * Growth of the handling time with each further contact handled at once, 0 or more: `ahtSeconds` is then that of a
	 * contact handled alone, and AHT × (1 + slowdown × (concurrency − 1)) is used. 0 unless given.
	 */
	concurrencySlowdown?: number;
}

/** What a number of agents leads to. Fractions 0–1, seconds; null where an empty interval has no such figure. */
export interface StaffingFigures {
	model: 'erlang-c' | 'erlang-a';
	/** Agents available for contacts. */
	agents: number;
	/** Agents to schedule: ⌈agents / (1 − shrinkage)⌉. */
	agentsWithShrinkage: number;
	/** An / (AN + AB): of all offered contacts, those answered within the threshold. Null without a threshold. */
	serviceLevel: number | null;
	/** Mean queue time of answered contacts. */
	asaSeconds: number | null;
	/** Share of contacts that find nobody free. */
	probabilityOfWait: number | null;
	/** Share of contacts that abandon; 0 in Erlang C. */
	abandonment: number | null;
	/** Busy slots / slots (an agent has `concurrency` slots). Null without agents. */
	occupancy: number | null;
}
