import { weekdayOf } from '../calendar.ts';
import { median } from '../median.ts';
import type { LevelModel } from './level-model.ts';

/** Fifty-two whole weeks: the same weekday a year before. */
const YEAR_DAYS = 364;
/** The level of a date is that of the days so near to it; the level now that of the last ones. */
const REACH_DAYS = 10;
const RECENT_DAYS = 28;
/** Measured days that such a stretch must have. */
const LEAST_SEEN = 5;
/** The year's movement is believed up to this. */
const MOST_MOVE = Math.log(4);
/** And only so far: part of what moved last year was chance. */
const BELIEF = 0.85;
/** Days with data in a year and a bit of five-day weeks. */
const LEAST_DAYS = 270;

/**
 * The level of the last four weeks times the movement that the level made from this time of the year to that one in
 * the years before (mean of the logs over the years there are), times the weekday's habit: the seasonal naive of
 * the year, freed from its noise. Without a year to look back on, the level stays.
 */
export const sameTimeLastYear: LevelModel = {
	name: 'same time last year',
	leastDays: LEAST_DAYS,
	fit({ firstDay, dayCount }, totals) {
		const logs = totals.map((t) => (t === null ? null : Math.log(t + 0.5)));
		const overall = median(logs.filter((l): l is number => l !== null));
		const local = (from: number, to: number): number | null => {
			const seen = logs.slice(Math.max(0, from), Math.max(0, to)).flatMap((l, k) => {
				const weekday = weekdayOf(firstDay + Math.max(0, from) + k);
				return l === null ? [] : [l - (habits[weekday] ?? 0)];
			});
			return seen.length >= LEAST_SEEN ? mean(trimmed(seen)) : null;
		};
		const habits: number[] = Array.from({ length: 7 }, (_, w) =>
			median(
				logs.flatMap((l, d) => {
					if (l === null || weekdayOf(firstDay + d) !== w || d < dayCount - YEAR_DAYS) return [];
					const week = logs.slice(Math.max(0, d - 3), d + 4).filter((x): x is number => x !== null);
					return [l - mean(week)];
				})
			)
		);
		const now = local(dayCount - RECENT_DAYS, dayCount) ?? overall;
		return {
			predict(day) {
				const d = day - firstDay;
				const moves: number[] = [];
				for (let back = YEAR_DAYS; d - back >= -REACH_DAYS && moves.length < 3; back += YEAR_DAYS) {
					if (d - back + REACH_DAYS >= dayCount) continue;
					const then = local(d - back - REACH_DAYS, d - back + REACH_DAYS + 1);
					const start = local(dayCount - back - RECENT_DAYS, dayCount - back);
					if (then !== null && start !== null) moves.push(then - start);
				}
				const move = moves.length > 0 ? BELIEF * mean(moves) : 0;
				const clipped = Math.max(-MOST_MOVE, Math.min(MOST_MOVE, move));
				return Math.max(0, Math.exp(now + clipped + habits[weekdayOf(day)]!) - 0.5);
			}
		};
	}
};

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Without the highest and the lowest tenth. */
function trimmed(values: readonly number[]): number[] {
	const cut = Math.floor(values.length / 10);
	return [...values].sort((a, b) => a - b).slice(cut, values.length - cut);
}
