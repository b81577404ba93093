import { backtest } from '../backtest.ts';
import { bandAround, type BandModel } from '../bands.ts';
import { blend } from '../blend.ts';
import { weekdayOf } from '../calendar.ts';
import { truncateHistory, type CallHistory } from '../call-history.ts';
import { learn, type Learned } from '../learn.ts';
import { isFair } from '../learnable.ts';
import { DAILY_MODELS } from '../models/index.ts';
import type { ForecastModel } from '../models/forecast-model.ts';
import type { Repair } from '../repair/repair.ts';
import type { SpecialCalendar } from '../special/special-calendar.ts';
import { fitFarSight } from './far-sight.ts';
import { planFar } from './plan-far.ts';
import { toDailyHistory } from './to-daily-history.ts';

/** All that a history teaches of its days. */
export interface LearnedDays {
	daily: CallHistory;
	/** Strange intervals, mended before the days were summed. */
	repairs: Repair[];
	learned: Learned;
	/** Relative variance that each day adds beyond the back-test's two weeks. */
	growth: number;
	isOpen(day: number): boolean;
	/** Contacts of an open day after the history and their 80 % band. */
	at(day: number): { offered: number; p10: number; p90: number };
}

/**
 * Forecasts a queue's days by the daily series alone: the models back-tested two weeks ahead at weekly origins, and
 * as far ahead as wanted at monthly ones, weighed by the lead.
 *
 * Cost: some twenty fits of every model on one number a day, and as many preparations of the history.
 */
export function learnDays(
	history: CallHistory,
	calendar: SpecialCalendar,
	horizonDays: number,
	models: readonly ForecastModel[] = DAILY_MODELS
): LearnedDays {
	const { daily, repairs } = toDailyHistory(history, calendar);
	const historyAt = (end: number) => toDailyHistory(truncateHistory(history, end), calendar).daily;
	const learned = learn(daily, models, calendar, historyAt);
	const { members, weights, special, hindsight, prepared } = learned;
	const lastDay = daily.firstDay + daily.dayCount - 1;
	const isTested = learned.test.origins.length > 0 && !learned.allZero && horizonDays > 14;
	const plan = planFar(daily.dayCount, horizonDays);
	const far = isTested ? backtest(daily, members, { ...plan, historyAt }, calendar).cells : [];
	const sight = fitFarSight(
		far.filter((cell) => !cell.isSpecial && isFair(cell, hindsight)),
		weights,
		learned.bands
	);
	const bands: BandModel = { ...learned.bands, growth: Math.max(sight.growth, unseenGrowth(daily.dayCount)) };
	const { open, columns } = prepared.training;
	return {
		daily,
		repairs,
		learned,
		growth: bands.growth,
		isOpen: (day) => columns.length > 0 && open[weekdayOf(day)] === 1 && !calendar.closed.has(day),
		at(day) {
			const ahead = day - lastDay;
			const forecasts = learned.memberRowsOf(day).map((row) => row[0]!);
			const ordinary = Math.max(0, blend(forecasts, sight.weightsAt(ahead)));
			const offered = special.apply(day, Float64Array.of(ordinary))[0]!;
			return { offered, ...bandAround(bands, offered, ahead, special.effectOf(day)?.relativeSd) };
		}
	};
}

/** A history of less than a year says nothing of the seasons: a swing by an eighth over half a year is not ruled out. */
const YEAR_DAYS = 400;
const unseenGrowth = (dayCount: number): number => (dayCount < YEAR_DAYS ? 0.125 ** 2 / 182 : 1e-5);
