import { weekdayOf } from '../calendar.ts';
import { median } from '../median.ts';
import type { FittedModel } from '../models/forecast-model.ts';
import type { Profile } from '../profile.ts';
import type { Training } from '../training.ts';

const NEAREST_DAYS = 6;

/**
 * Contacts of a day were it an ordinary one: as the first model says that can speak of the past; without one, the
 * median of the nearest measured days of its weekday.
 */
export function usualTotal(
	fits: readonly FittedModel[],
	{ firstDay }: Training,
	{ totals }: Profile
): (day: number) => number | null {
	const able = fits.find((fit) => fit.totalOf);
	if (able) return (day) => able.totalOf!(day);
	return (day) => {
		const near = totals
			.flatMap((total, d) =>
				total !== null && weekdayOf(firstDay + d) === weekdayOf(day)
					? [{ total, away: Math.abs(firstDay + d - day) }]
					: []
			)
			.sort((a, b) => a.away - b.away)
			.slice(0, NEAREST_DAYS);
		return near.length > 0 ? median(near.map(({ total }) => total)) : null;
	};
}
