/** One interval's load, and what it needs; series by queue, or by group: the real ones, then one imaginary of each queue. */
export interface ClassProblem {
	/** In agents: contacts per second × handling time / concurrency. */
	loads: Float64Array;
	targets: Float64Array;
	/** Agents who can serve the queue, at least. */
	minimum: Int32Array;
	/** What each queue needs on its own. */
	silos: ArrayLike<number>;
	/** No total below this is tried. */
	bound: number;
	/** By real group; Infinity = no limit. */
	limits: Float64Array;
	/** By real group. */
	costs: Float64Array;
	/** By real group: which to fill first where there is a choice. */
	weights: Float64Array;
	/** By group, imaginary ones too. */
	queuesOfGroup: readonly Int32Array[];
	/** By queue: real groups only. */
	groupsOfQueue: readonly Int32Array[];
}

export interface ClassAnswer {
	/** By group, imaginary ones too: those are the agents that are missing. */
	agents: Int32Array;
	serviceLevel: Float64Array;
	/** Agents by group × queues + queue: a group's agents by the work that they do. */
	parts: Float64Array;
}
