import type { Profile } from '../profile.ts';
import type { Training } from '../training.ts';

export interface FittedModel {
	/** Calls expected in each of the training's columns on a local day after the history; closed slots are 0. */
	predict(day: number): Float64Array;
	/** Total of an ordinary day of that weekday and date, inside the history too; only models that can say. */
	totalOf?(day: number): number;
	/** Where a later fit on a longer history may begin its search. */
	warmStart?: unknown;
}

/** One way of forecasting. Every model keeps the same promises; `forecast-model.contract.test.ts` holds them. */
export interface ForecastModel {
	name: string;
	/** Days with data below which the model does not apply. */
	leastDays: number;
	fit(training: Training, profile: Profile, warmStart?: unknown): FittedModel;
}
