import { fitAhtProfile } from './aht.ts';
import { backtest, type Backtest, type BacktestPlan } from './backtest.ts';
import { bandAround, DEFAULT_BAND, fitBands } from './bands.ts';
import { blend } from './blend.ts';
import { weekdayOf } from './calendar.ts';
import { assertCallHistory, intervalsPerDay, type CallHistory } from './call-history.ts';
import { combineByBacktest } from './combine.ts';
import { FORECAST_MODELS, SEASONAL_NAIVE } from './models/index.ts';
import type { ForecastModel } from './models/forecast-model.ts';
import { prepare } from './prepare.ts';
import type { Repair } from './repair.ts';
import { scoreBacktest, type ForecastScore } from './score.ts';
import { weekdaysBeyond } from './training.ts';

export interface ForecastOptions {
	/** Local days to forecast after the history's last. */
	horizonDays: number;
	/** Local day numbers, past or future, on which the queue is closed; they are not forecast. */
	closedDays?: Iterable<number>;
	/** Models to draw on. */
	models?: readonly ForecastModel[];
}

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
	/** What came a week before (or the last time it was measured). */
	seasonalNaive: number;
}

/** What the forecaster did besides forecasting, in order of weight. */
export type ForecastNote =
	| { kind: 'no-data' }
	| { kind: 'all-zero' }
	| { kind: 'short-history'; days: number }
	| { kind: 'weekdays-assumed'; weekdays: number[] }
	| { kind: 'repaired'; repairs: Repair[] }
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
}

/** Rolling origins a week apart, two weeks ahead, after four weeks of learning. */
const PLAN: BacktestPlan = { origins: 8, stepDays: 7, horizonDays: 14, leastDays: 28 };
/** Days of data below which only the recent weekdays' mean is used. */
const SHORT_HISTORY_DAYS = 14;

/**
 * Forecasts a queue's contacts by interval with an 80 % band, and its mean handle time.
 *
 * Every model is back-tested on rolling origins of the history; the forecast is their mean weighted by what
 * that showed (see combine, bands). Too short for a back-test: the models that apply weigh the same. All zero:
 * zero, said so. No chance and no clock: equal input gives equal output.
 *
 * @throws RangeError on a history that breaks its contract or a horizon that is no whole number ≥ 0
 * Cost: about nine fits of every model: half a second for half a year of working days, three for two years of
 * 5-minute counts around the clock.
 */
export function forecast(history: CallHistory, options: ForecastOptions): Forecast {
	assertCallHistory(history);
	const { horizonDays, models = FORECAST_MODELS } = options;
	if (!Number.isInteger(horizonDays) || horizonDays < 0)
		throw new RangeError(`Forecasting: horizonDays "${horizonDays}" must be a whole number ≥ 0.`);
	const closedDays = new Set(options.closedDays ?? []);
	const prepared = prepare(history, closedDays);
	const { training, profile, daysWithData } = prepared;
	if (training.columns.length === 0)
		return {
			intervals: [],
			method: 'none: no data',
			weights: {},
			backtest: null,
			notes: [{ kind: 'no-data' }]
		};

	const notes: ForecastNote[] = [];
	const allZero = history.offered.every((value, k) => value === 0 || !history.known[k]);
	if (allZero) notes.push({ kind: 'all-zero' });
	if (daysWithData < SHORT_HISTORY_DAYS) notes.push({ kind: 'short-history', days: daysWithData });
	const assumed = weekdaysBeyond(history).flatMap((skipped, w) => (skipped ? [w] : []));
	if (assumed.length > 0) notes.push({ kind: 'weekdays-assumed', weekdays: assumed });
	if (prepared.repairs.length > 0) notes.push({ kind: 'repaired', repairs: prepared.repairs });

	const simple = allZero || daysWithData < SHORT_HISTORY_DAYS;
	const used = ensembleOf(models, simple ? 1 : daysWithData);
	const tested = !simple && used.every((model) => model.leastDays <= daysAt(history, PLAN));
	const test: Backtest = tested
		? backtest(history, [...used, SEASONAL_NAIVE], PLAN, closedDays)
		: { origins: [], cells: [], warmStarts: [] };
	const weights = combineByBacktest(test.cells, used.length);
	const bands = allZero
		? { ...DEFAULT_BAND, lower: 0, upper: 0 }
		: fitBands(test.cells.map((c) => ({ ...c, forecast: blend(c.forecasts, weights) })));
	const fits = used.map((model, m) => model.fit(training, profile, test.warmStarts[m]));
	const naive = SEASONAL_NAIVE.fit(training, profile);
	const aht = fitAhtProfile(history);

	const width = intervalsPerDay(history.intervalSeconds);
	const lastDay = history.firstDay + history.dayCount - 1;
	const intervals: ForecastInterval[] = [];
	const forecastDay = (day: number, from: number) => {
		if (closedDays.has(day)) return;
		const weekday = weekdayOf(day);
		const rows = fits.map((fit) => fit.predict(day));
		const naiveRow = naive.predict(day);
		training.columns.forEach((interval, c) => {
			if (interval < from || !training.open[weekday * training.columns.length + c]) return;
			const offered = Math.max(0, blend(rows.map((row) => row[c]!), weights)); // prettier-ignore
			intervals.push({
				day,
				interval,
				offered,
				...bandAround(bands, offered, day - lastDay),
				ahtSeconds: aht?.[weekday * width + interval] ?? null,
				seasonalNaive: naiveRow[c]!
			});
		});
	};
	const last = history.known.subarray((history.dayCount - 1) * width).lastIndexOf(1);
	if (last >= 0) forecastDay(lastDay, last + 1);
	if (intervals.length > 0) notes.push({ kind: 'rest-of-last-day', intervals: intervals.length });
	for (let day = lastDay + 1; day <= lastDay + horizonDays; day++) forecastDay(day, 0);

	const score = tested ? scoreBacktest(test, used.length, history) : null;
	return {
		intervals,
		method: describe(used, weights, allZero),
		weights: Object.fromEntries(used.map((model, m) => [model.name, weights[m]!])),
		backtest: score,
		notes
	};
}

/** Models that so many days allow. The seasonal naive is the yardstick, not a member, unless it is all there is. */
function ensembleOf(models: readonly ForecastModel[], days: number): ForecastModel[] {
	const able = models.filter((model) => model.leastDays <= days);
	const members = able.filter((model) => model !== SEASONAL_NAIVE);
	return members.length > 0 ? members : [SEASONAL_NAIVE];
}

/** Days with data at the first origin of the plan. */
function daysAt(history: CallHistory, plan: BacktestPlan): number {
	const width = intervalsPerDay(history.intervalSeconds);
	let days = 0;
	for (let d = 0; d < history.dayCount && d < plan.leastDays; d++)
		if (history.known.subarray(d * width, (d + 1) * width).includes(1)) days++;
	return history.dayCount >= plan.leastDays + plan.stepDays ? days : 0;
}

function describe(models: readonly ForecastModel[], weights: readonly number[], allZero: boolean): string {
	if (allZero) return 'zero: the history holds no contact';
	return models
		.map((model, m) => ({ name: model.name, weight: weights[m]! }))
		.filter(({ weight }) => weight >= 0.05)
		.sort((a, b) => b.weight - a.weight)
		.map(({ name, weight }) => (weight > 0.995 ? name : `${Math.round(weight * 100)} % ${name}`))
		.join(' + ');
}
