import type { ResolvedDay } from '../special-days/index.ts';
import type { ForecastDetail } from './forecast-work.ts';

/** A special day on a forecast's chart. */
export interface SpecialDayFlag {
	/** Local day number. */
	day: number;
	name: string;
	isClosed: boolean;
	/** Contacts over a usual such weekday's, as the forecast took it; null in the past, or when it did not know of it. */
	factor: number | null;
	source: 'set' | 'learned' | 'all-days' | 'none' | null;
	occurrences: number | null;
	/** In the horizon, but the forecast was made before it was entered (or changed). */
	isNew: boolean;
}

/**
 * The special days from a day on to the end of a forecast: those it used, those before it, and those entered since.
 *
 * @param effects of the horizon, as the forecast took them
 * @param known what holds now, for the queue
 */
export function specialDayFlags(
	effects: NonNullable<ForecastDetail['specialDays']>,
	known: readonly ResolvedDay[],
	{ fromDay, firstDay, lastDay }: { fromDay: number; firstDay: number; lastDay: number }
): SpecialDayFlag[] {
	const closed = new Set(known.filter(({ isClosed }) => isClosed).map(({ day }) => day));
	const used = effects.map(({ day, name, factor, source, occurrences }) => ({
		day,
		name,
		factor,
		source,
		occurrences,
		isClosed: factor === 0 && closed.has(day),
		isNew: false
	}));
	const usedDays = new Set(used.map(({ day }) => day));
	const others = known
		.filter(({ day }) => day >= fromDay && day <= lastDay && !usedDays.has(day))
		.map(({ day, name, isClosed }) => ({
			day,
			name,
			isClosed,
			factor: null,
			source: null,
			occurrences: null,
			isNew: day >= firstDay
		}));
	return [...used, ...others].sort((a, b) => a.day - b.day);
}

/** The effects of several queues as one: the mean factor of those that know the day. */
export function sharedEffects(
	details: readonly ForecastDetail[]
): NonNullable<ForecastDetail['specialDays']> {
	const byDay = Map.groupBy(
		details.flatMap(({ specialDays = [] }) => specialDays),
		({ day }) => day
	);
	return [...byDay.values()].map((ofDay) => ({
		...ofDay[0]!,
		factor: ofDay.reduce((sum, { factor }) => sum + factor, 0) / ofDay.length
	}));
}
