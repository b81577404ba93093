import type { Repair } from './repair/repair.ts';
import type { ForecastScore } from './score.ts';
import type { SpecialDayEffect } from './special/special-day.ts';

export interface ForecastInterval {
	/** Local day number, and interval of that day. */
	day: number;
	interval: number;
	/** Contacts expected. */
	offered: number;
	/** Four times in five the contacts come out between these. */
	p10: number;
	p90: number;
	ahtSeconds: number | null;
	/** Four times in five the interval's mean handle time comes out between these. */
	ahtP10Seconds: number | null;
	ahtP90Seconds: number | null;
	/** What came a week before (or the last time it was measured). */
	seasonalNaive: number;
}

/** What the forecaster did besides forecasting, in order of weight. */
export type ForecastNote =
	| { kind: 'no-data' }
	| { kind: 'all-zero' }
	| { kind: 'short-history'; days: number }
	| { kind: 'weekdays-assumed'; weekdays: number[] }
	/** The shape of another queue was borrowed; this one has so many days of its own. */
	| { kind: 'borrowed'; from: string; days: number }
	| { kind: 'repaired'; repairs: Repair[] }
	/** From this local day the contacts came to `factor` times what they were: what lies before was scaled. */
	| { kind: 'level-shift'; day: number; factor: number }
	| { kind: 'rest-of-last-day'; intervals: number };

export interface Forecast {
	/** Open intervals only, in order of time; closed hours and closed days are left out. */
	intervals: ForecastInterval[];
	/** In words: the models that carry the forecast. */
	method: string;
	weights: Record<string, number>;
	/** Measured on rolling origins inside the history; null when it is too short for that. */
	backtest: ForecastScore | null;
	notes: ForecastNote[];
	/** The special days of the horizon, in order. */
	specialDays: SpecialDayEffect[];
}

export interface ForecastDay {
	day: number;
	offered: number;
	p10: number;
	p90: number;
	ahtSeconds: number | null;
}

export interface DailyForecast extends Omit<Forecast, 'intervals'> {
	/** Open days only, in order. */
	days: ForecastDay[];
}
