import { fitAht } from '../aht/fit-aht.ts';
import { weekdayOf } from '../calendar.ts';
import { assertCallHistory, type CallHistory } from '../call-history.ts';
import { describeMethod } from '../describe-method.ts';
import { assertHorizon, type ForecastOptions } from '../forecast.ts';
import type { DailyForecast, ForecastDay } from '../forecast-result.ts';
import { notesOf } from '../notes-of.ts';
import { scoreBacktest } from '../score.ts';
import { effectsIn } from '../special/effects-in.ts';
import { toSpecialCalendar } from '../special/special-calendar.ts';
import { learnDays } from './learn-days.ts';

/** 64 weeks. */
const MOST_DAYS = 448;

/**
 * Forecasts a queue's contacts and mean handle time by day, to 64 weeks ahead, with an 80 % band that widens as the
 * back-test at such leads says. With a year and a half of history and more, the time of the year is forecast too.
 *
 * @throws RangeError on a history that breaks its contract, or a horizon that is no whole number of 0–448 days
 * Cost: see learn-days; half a second for two years.
 */
export function forecastDays(history: CallHistory, options: ForecastOptions): DailyForecast {
	assertCallHistory(history);
	const { horizonDays } = options;
	assertHorizon(horizonDays, MOST_DAYS);
	const calendar = toSpecialCalendar(options.closedDays, options.specialDays);
	const { daily, repairs, learned, isOpen, at } = learnDays(history, calendar, horizonDays, options.models);
	if (learned.prepared.training.columns.length === 0)
		return {
			days: [],
			method: 'none: no data',
			weights: {},
			backtest: null,
			notes: [{ kind: 'no-data' }],
			specialDays: []
		};
	const aht = fitAht(daily);
	const lastDay = history.firstDay + history.dayCount - 1;
	const days: ForecastDay[] = [];
	for (let day = lastDay + 1; day <= lastDay + horizonDays; day++) {
		if (!isOpen(day)) continue;
		const { offered, p10, p90 } = at(day);
		const { ahtSeconds } = aht.at(weekdayOf(day), 0, offered);
		days.push({ day, offered, p10, p90, ahtSeconds });
	}
	return {
		days,
		method: describeMethod(learned),
		weights: Object.fromEntries(learned.members.map((model, m) => [model.name, learned.weights[m]!])),
		backtest: scoreBacktest(learned, daily),
		notes: notesOf(history, learned, repairs),
		specialDays: effectsIn(calendar, learned.special, lastDay + 1, lastDay + horizonDays)
	};
}
