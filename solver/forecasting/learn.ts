import { backtest, type Backtest, type BacktestPlan } from './backtest.ts';
import { planBacktest } from './backtest-plan.ts';
import { DEFAULT_BAND, fitBands, type BandModel } from './bands.ts';
import { blend } from './blend.ts';
import { weekdayOf } from './calendar.ts';
import type { CallHistory } from './call-history.ts';
import { combineByBacktest } from './combine.ts';
import { hindsightOf, isFair, type Hindsight } from './learnable.ts';
import { SEASONAL_NAIVE } from './models/index.ts';
import type { FittedModel, ForecastModel } from './models/forecast-model.ts';
import { prepare, type Prepared } from './prepare.ts';
import { learnSpecialDays, type SpecialDays } from './special/learn-special-days.ts';
import type { SpecialCalendar } from './special/special-calendar.ts';
import { usualTotal } from './special/usual-total.ts';

/** Days of data below which only the recent weekdays' mean is used. */
export const SHORT_HISTORY_DAYS = 14;

/** All that a history teaches: the models fitted, how they are weighed, how far off they were. */
export interface Learned {
	prepared: Prepared;
	allZero: boolean;
	members: readonly ForecastModel[];
	weights: number[];
	bands: BandModel;
	/** Without origins when the history is too short. */
	test: Backtest;
	hindsight: Hindsight;
	special: SpecialDays;
	/** Contacts by column of a day after the history (or the rest of its last), special or not; 0 where closed. */
	rowOf(day: number): Float64Array;
	/** The same of the weekly seasonal naive. */
	naiveRowOf(day: number): Float64Array;
	/** Contacts by column as each member sees an ordinary day. */
	memberRowsOf(day: number): Float64Array[];
}

/**
 * Prepares a history, back-tests the models that it allows, weighs them by what that showed and fits them on all of
 * it.
 *
 * @param historyAt the history as it stood after so many days, where that is not simply its beginning
 * Cost: that of the back-test and one more fit of each model.
 */
export function learn(
	history: CallHistory,
	models: readonly ForecastModel[],
	calendar: SpecialCalendar,
	historyAt?: BacktestPlan['historyAt']
): Learned {
	const prepared = prepare(history, calendar);
	const { training, profile, asRecorded, daysWithData } = prepared;
	const allZero = history.offered.every((value, k) => value === 0 || !history.known[k]);
	const simple = allZero || daysWithData < SHORT_HISTORY_DAYS;
	const plan = planBacktest(history);
	const testable = !simple && plan.daysAtFirst >= SHORT_HISTORY_DAYS;
	const members = ensembleOf(models, simple ? 1 : testable ? plan.daysAtFirst : daysWithData);
	const tested = testable && members.every((model) => model.leastDays <= plan.daysAtFirst);
	const test: Backtest = tested
		? backtest(history, [...members, SEASONAL_NAIVE], { ...plan, historyAt }, calendar)
		: { origins: [], cells: [], warmStarts: [] };
	const hindsight = hindsightOf(prepared, history);
	const fair = test.cells.filter((cell) => !cell.isSpecial && isFair(cell, hindsight));
	const weights = combineByBacktest(fair, members.length);
	const bands = allZero
		? { ...DEFAULT_BAND, lower: 0, upper: 0 }
		: fitBands(fair.map((c) => ({ ...c, forecast: blend(c.forecasts, weights) })));
	const fitOn = (model: ForecastModel, warmStart?: unknown): FittedModel => {
		const from = model === SEASONAL_NAIVE ? asRecorded : prepared;
		return model.fit(from.training, from.profile, warmStart);
	};
	const fits = members.map((model, m) => fitOn(model, test.warmStarts[m]));
	const naive = fitOn(SEASONAL_NAIVE);
	const special = learnSpecialDays(history, training, profile, calendar, usualTotal(fits, training, profile));
	const { columns, open } = training;
	return {
		prepared,
		allZero,
		members,
		weights,
		bands,
		test,
		hindsight,
		special,
		memberRowsOf: (day) => fits.map((fit) => fit.predict(day)),
		naiveRowOf: (day) => naive.predict(day),
		rowOf(day) {
			const rows = fits.map((fit) => fit.predict(day));
			const at = weekdayOf(day) * columns.length;
			const row = Float64Array.from(
				columns,
				(_, c) =>
				open[at + c] ? Math.max(0, blend(rows.map((r) => r[c]!), weights)) : 0 // prettier-ignore
			);
			return special.apply(day, row);
		}
	};
}

/** Models that so many days allow. The seasonal naive is the yardstick, not a member, unless it is all there is. */
function ensembleOf(models: readonly ForecastModel[], days: number): ForecastModel[] {
	const able = models.filter((model) => model.leastDays <= days);
	const members = able.filter((model) => model !== SEASONAL_NAIVE);
	return members.length > 0 ? members : [SEASONAL_NAIVE];
}
