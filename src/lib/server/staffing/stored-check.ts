import type { CheckedQueue, PlanCheck } from '#solver/pooling/index.ts';

/** A simulated check as it is kept: the solver's, with each queue's intervals as three rows of numbers. */
export interface StoredCheck {
	checkedAt: number | null;
	replications: number;
	stopped: boolean;
	overall: PlanCheck['overall'];
	queues: (Omit<CheckedQueue, 'intervals'> & {
		share: number;
		thresholdSeconds: number;
		/** Service level by interval; null where nothing is expected. */
		p10: (number | null)[];
		mean: (number | null)[];
		p90: (number | null)[];
	})[];
	groups: PlanCheck['groups'];
	marginal: PlanCheck['marginal'];
	/** UTC ms of the intervals. */
	instants: number[];
}

/** What is kept with a plan: the check of the requirement itself, and of a roster made for it. */
export interface PlanChecks {
	plan: StoredCheck | null;
	roster: (StoredCheck & { rosterId: string; rosterName: string; fromAt: number; toAt: number }) | null;
}
