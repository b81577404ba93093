/** Why a queue is foreseen under its target, with the numbers that say so; pages put it into words. */
export type PredictionCause =
	/** More comes than the agents who can serve it carry. */
	| { kind: 'load'; perHour: number; carriesPerHour: number; agents: number }
	/** More comes than usual. */
	| { kind: 'surge'; perHour: number; usualPerHour: number }
	/** Agents who serve it now will go; `reason` is the state they go to, `inMinutes` when the first does. */
	| { kind: 'leaving'; agents: number; reason: LeavingReason; inMinutes: number }
	/** So many wait already, more than the agents can take within the threshold. */
	| { kind: 'backlog'; waiting: number }
	/** Handling takes longer than usual. */
	| { kind: 'handle-time'; ahtSeconds: number; usualSeconds: number }
	/** Nobody who can serve it is there, or will be. */
	| { kind: 'nobody' };

export const LEAVING_REASONS = ['break', 'lunch', 'training', 'meeting', 'offline'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** A foreseen figure: the middle and the ends of the 80 % band. */
export type Foreseen = readonly [median: number, low: number, high: number];

/** How far the service levels that were foreseen half an hour ahead were from those that came, over the last hours. */
export interface PredictionError {
	/** Mean absolute difference, 0–1. */
	meanAbsolute: number;
	/** Forecasts that have met their moment. */
	count: number;
}

/** What is foreseen of a queue, as its row tells it; the whole hour is on its page. */
export interface QueuePrediction {
	/** Of the contacts entering in the half hour before that moment, as the floor will show it; null = none enter. */
	serviceLevel15: Foreseen | null;
	serviceLevel30: Foreseen | null;
	waiting30: Foreseen;
	/** Contacts by which the target will have been missed in the next half hour. */
	lost30: number;
	/**
	 * `falling`: over the target now and foreseen under it in `inMinutes`. `below`: under it now; `inMinutes` until it
	 * is foreseen back, null = not within the hour. Null where the target is kept.
	 */
	breach: { state: 'falling' | 'below'; inMinutes: number | null; causes: PredictionCause[] } | null;
	error: PredictionError | null;
}

export interface ForeseenMoment {
	at: number;
	waiting: Foreseen;
	serviceLevel: Foreseen | null;
	abandonment: Foreseen | null;
}

/** A queue's next hour, by five minutes. */
export interface QueueHour {
	/** The queue's own time it was made for. */
	asOfMs: number;
	/** The present first, then what is foreseen. */
	moments: ForeseenMoment[];
}
