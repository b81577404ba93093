import { TZDate } from '@date-fns/tz';

export type TimeTick = { at: number; isDay: boolean };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const STEPS_MINUTES = [5, 15, 30, 60, 120, 180, 360, 720, 1, 2, 7, 14, 28, 91, 182, 364].map((step, index) =>
	index < 8 ? step : step * DAY_MINUTES
);

/**
 * Round moments of a zone's clock between two instants, at most `maxCount` if steps allow. Days on which the clocks
 * change have 23 or 25 hours: a moment that doesn't exist is left out, one that comes twice stands once.
 */
export function timeTicks(from: number, to: number, timeZone: string, maxCount: number): TimeTick[] {
	if (!(to > from)) return [];
	const wanted = (to - from) / MINUTE_MS / Math.max(1, maxCount);
	const step = STEPS_MINUTES.find((minutes) => minutes >= wanted) ?? STEPS_MINUTES.at(-1)!;
	const stepDays = Math.max(1, step / DAY_MINUTES);
	const first = new TZDate(from, timeZone);
	// Whole weeks start on Mondays.
	const back = stepDays >= 7 ? (first.getDay() + 6) % 7 : 0;
	const ticks: TimeTick[] = [];
	for (let day = 0; ; day += stepDays) {
		const date = first.getDate() - back + day;
		const midnight = new TZDate(first.getFullYear(), first.getMonth(), date, timeZone);
		if (midnight.getTime() > to) return ticks;
		for (let minute = 0; minute < DAY_MINUTES; minute += step) {
			const moment = new TZDate(
				midnight.getFullYear(),
				midnight.getMonth(),
				midnight.getDate(),
				0,
				minute,
				0,
				0,
				timeZone
			);
			const at = moment.getTime();
			const exists = moment.getHours() * 60 + moment.getMinutes() === minute;
			const last = ticks.at(-1);
			if (exists && at >= from && at <= to && (!last || at > last.at))
				ticks.push({ at, isDay: minute === 0 });
		}
	}
}
