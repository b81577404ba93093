import { fitAht } from './aht/fit-aht.ts';
import { bandAround, TESTED_DAYS } from './bands.ts';
import { weekdayOf } from './calendar.ts';
import { intervalsPerDay, type CallHistory } from './call-history.ts';
import { learnDays, type LearnedDays } from './daily/learn-days.ts';
import { describeMethod } from './describe-method.ts';
import type { Forecast, ForecastInterval } from './forecast-result.ts';
import { learn, type Learned } from './learn.ts';
import { FORECAST_MODELS } from './models/index.ts';
import type { ForecastModel } from './models/forecast-model.ts';
import { notesOf } from './notes-of.ts';
import { scoreBacktest } from './score.ts';
import { effectsIn } from './special/effects-in.ts';
import type { SpecialCalendar } from './special/special-calendar.ts';

export interface QueueForecast {
	forecast: Forecast;
	learned: Learned;
	/** What the daily series says; null where it was not asked. */
	days: LearnedDays | null;
}

/** Beyond this the daily series, which sees the seasons, is asked for the days' totals. */
const NEAR_DAYS = 28;
/** From the end of the back-test's reach the daily series takes over, wholly after so many days more. */
const GLIDE_DAYS = 28;

/** Forecast of one queue, and all that was learned on the way. */
export function forecastQueue(
	history: CallHistory,
	calendar: SpecialCalendar,
	horizonDays: number,
	models?: readonly ForecastModel[],
	withDays = horizonDays > NEAR_DAYS
): QueueForecast {
	const learned = learn(history, models ?? FORECAST_MODELS, calendar);
	const { training } = learned.prepared;
	if (training.columns.length === 0)
		return {
			forecast: {
				intervals: [],
				method: 'none: no data',
				weights: {},
				backtest: null,
				notes: [{ kind: 'no-data' }],
				specialDays: []
			},
			learned,
			days: null
		};

	const days = withDays ? learnDays(history, calendar, horizonDays, models) : null;
	const bands = days ? { ...learned.bands, growth: days.growth } : learned.bands;
	const aht = fitAht(history);
	const width = intervalsPerDay(history.intervalSeconds);
	const lastDay = history.firstDay + history.dayCount - 1;
	const intervals: ForecastInterval[] = [];
	const forecastDay = (day: number, from: number) => {
		if (calendar.closed.has(day)) return;
		const weekday = weekdayOf(day);
		const row = towardsDays(learned.rowOf(day), day, day - lastDay, days);
		const naiveRow = learned.naiveRowOf(day);
		const extraSd = learned.special.effectOf(day)?.relativeSd ?? 0;
		training.columns.forEach((interval, c) => {
			if (interval < from || !training.open[weekday * training.columns.length + c]) return;
			const offered = row[c]!;
			intervals.push({
				day,
				interval,
				offered,
				...bandAround(bands, offered, day - lastDay, extraSd),
				...aht.at(weekday, interval, offered),
				seasonalNaive: naiveRow[c]!
			});
		});
	};
	const notes = notesOf(history, learned);
	const last = history.known.subarray((history.dayCount - 1) * width).lastIndexOf(1);
	if (last >= 0) forecastDay(lastDay, last + 1);
	if (intervals.length > 0) notes.push({ kind: 'rest-of-last-day', intervals: intervals.length });
	for (let day = lastDay + 1; day <= lastDay + horizonDays; day++) forecastDay(day, 0);

	const forecast = {
		intervals,
		method: describeMethod(learned),
		weights: Object.fromEntries(learned.members.map((model, m) => [model.name, learned.weights[m]!])),
		backtest: scoreBacktest(learned, history),
		notes,
		specialDays: effectsIn(calendar, learned.special, lastDay + 1, lastDay + horizonDays)
	};
	return { forecast, learned, days };
}

/** A far day's intervals brought to the total that the daily series says; the nearer it is, the less. */
function towardsDays(
	row: Float64Array,
	day: number,
	daysAhead: number,
	days: LearnedDays | null
): Float64Array {
	const sum = row.reduce((a, b) => a + b, 0);
	const share = Math.max(0, Math.min(1, (daysAhead - TESTED_DAYS) / GLIDE_DAYS));
	if (!days || share === 0 || !(sum > 0) || !days.isOpen(day)) return row;
	const total = (1 - share) * sum + share * days.at(day).offered;
	return row.map((value) => (value * total) / sum);
}
