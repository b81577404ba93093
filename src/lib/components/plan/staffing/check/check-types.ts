import type { CheckedDay, MarginalEffect, Probability, Spread } from '#solver/pooling/index.ts';

/** A simulated check as a page is given it; a queue whose intervals are not in sight has none. */
export type Check = {
	checkedAt: number | null;
	replications: number;
	overall: {
		probabilityMet: Probability | null;
		serviceLevel: Spread | null;
		abandonment: Spread | null;
		occupancy: Spread | null;
		days: CheckedDay[];
	};
	queues: CheckedQueue[];
	groups: { id: string; occupancy: Spread | null }[];
	marginal: MarginalEffect[];
	instants: number[];
};

export type CheckedQueue = {
	id: string;
	share: number;
	thresholdSeconds: number;
	probabilityMet: Probability | null;
	serviceLevel: Spread | null;
	abandonment: Spread | null;
	days: CheckedDay[];
	worst: { weekday: number; serviceLevel: number } | null;
	p10: (number | null)[];
	mean: (number | null)[];
	p90: (number | null)[];
};
