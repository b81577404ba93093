import { weekdayOf, plusDays } from '#lib/format/local-dates.ts';
import type { ShiftWish } from '#lib/contracts/requests.ts';
import type { PersonTerms } from '../wishes/index.ts';

/** All that a person may wish of a week weighs as much as one agent-hour short. */
const WEIGHT_OF_WEEK = 10;
const WEEK_DAYS = 7;

interface Template {
	id: string;
	startMinute: number;
}

const STARTS: Partial<Record<ShiftWish, (minute: number) => boolean>> = {
	early: (minute) => minute >= 5 * 60 && minute < 10 * 60,
	late: (minute) => minute >= 12 * 60 && minute < 20 * 60,
	night: (minute) => minute >= 20 * 60 || minute < 5 * 60
};

/** By when it begins, or by its kind, which its id begins with. */
export const isShiftOf = (wish: ShiftWish, { id, startMinute }: Template): boolean =>
	STARTS[wish]?.(startMinute) ?? id.split(' ')[0] === wish;

/** A person's wishes as the roster's preferences. Who wishes for a kind of shift would rather not have another. */
export function wishedOf(
	wishes: PersonTerms['wishes'],
	{ start, days, shifts }: { start: string; days: number; shifts: readonly Template[] }
): { day: number; kind: 'prefer' | 'avoid'; shift: string; weight: number }[] {
	const all = Array.from({ length: days }, (_, day) => day);
	return wishes.flatMap((wish) => {
		const weight = wish.share * WEIGHT_OF_WEEK;
		if (wish.about === 'off')
			return all
				.filter((day) => plusDays(start, day) === wish.date)
				.map((day) => ({ day, kind: 'prefer' as const, shift: 'off', weight }));
		if (wish.about === 'weekday')
			return all
				.filter((day) => weekdayOf(plusDays(start, day)) === wish.weekday)
				.map((day) => ({ day, kind: wish.kind, shift: 'work', weight }));
		const unwanted = shifts.filter((shift) => isShiftOf(wish.shift, shift) === (wish.kind === 'avoid'));
		return all.flatMap((day) =>
			unwanted.map(({ id }) => ({ day, kind: 'avoid' as const, shift: id, weight: weight / WEEK_DAYS }))
		);
	});
}
