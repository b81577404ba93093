import type { Training } from '../training.ts';

/** Forecasts of a day's total calls. */
export interface FittedLevel {
	/** Expected calls of a local day after the history. Days on which the queue is closed are not asked for. */
	predict(day: number): number;
	/** Whether `predict` may be asked of days inside the history too. */
	coversHistory?: boolean;
	/** Where a later fit of the same model on a longer history may begin its search. */
	warmStart?: unknown;
}

export interface LevelModel {
	name: string;
	/** Days with data below which the model does not apply. */
	leastDays: number;
	fit(training: Training, totals: readonly (number | null)[], warmStart?: unknown): FittedLevel;
}
