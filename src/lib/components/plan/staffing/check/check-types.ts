import type { CheckedQueue as SimulatedQueue, PlanCheck } from '#solver/pooling/index.ts';

/** A simulated check as a page is given it; a queue whose intervals are not in sight has none. */
export type Check = Pick<PlanCheck, 'replications' | 'overall' | 'groups' | 'marginal'> & {
	checkedAt: number | null;
	queues: CheckedQueue[];
	instants: number[];
};

export type CheckedQueue = Omit<SimulatedQueue, 'intervals'> & {
	share: number;
	thresholdSeconds: number;
	p10: (number | null)[];
	mean: (number | null)[];
	p90: (number | null)[];
};
