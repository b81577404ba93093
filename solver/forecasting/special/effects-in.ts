import type { SpecialCalendar } from './special-calendar.ts';
import type { SpecialDayEffect } from './special-day.ts';
import type { SpecialDays } from './learn-special-days.ts';

/** The special days from one local day to another, in order, with what each was taken to do. */
export function effectsIn(
	calendar: SpecialCalendar,
	special: SpecialDays,
	firstDay: number,
	lastDay: number
): SpecialDayEffect[] {
	const effects: SpecialDayEffect[] = [];
	for (let day = firstDay; day <= lastDay; day++) {
		const closed = calendar.closedByName.get(day);
		if (closed) effects.push({ day, name: closed.name, factor: 0, source: 'set', occurrences: 0 });
		const effect = special.effectOf(day);
		if (!effect) continue;
		const { relativeSd: _, ...shown } = effect;
		effects.push(shown);
	}
	return effects;
}
