import { displayLocale } from '#lib/format/display-locale.ts';
import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Contract, HoursPerPeriod, SequenceRule } from '#solver/rostering/index.ts';
import { clockOf } from '../plan/staffing/form/clock.ts';
import { dayKindName } from './day-kind-name.ts';

const number = (value: number) => formatCount(value, { digits: Number.isInteger(value) ? 0 : 2 });
const times = ({ fromMinute, toMinute }: { fromMinute: number; toMinute: number }) => ({
	from: clockOf(fromMinute),
	to: toMinute === 1_440 ? '24:00' : clockOf(toMinute)
});

/** "20–40 h a week", or exactly so many. */
export const weekWords = ({ minHoursPerWeek: min, maxHoursPerWeek: max }: Contract): string =>
	min === max
		? m.contract_say_exact({ hours: number(max) })
		: m.contract_say_week({ min: number(min), max: number(max) });

/** Every rule of a contract beside the hours a week, a sentence each, in the order of the form. */
export function ruleWords(terms: Contract): string[] {
	const { minors, night, startSpread, breakRules } = terms;
	const when = (holds: unknown, text: () => string): string[] => (holds ? [text()] : []);
	const { meal } = breakRules ?? {};
	return [
		...when(terms.maxHoursPerDay < 24, () => m.contract_say_day({ hours: number(terms.maxHoursPerDay) })),
		...(terms.hoursPerPeriod ?? []).map(periodWords),
		...when(terms.minRestHours > 0, () => m.contract_say_rest({ hours: number(terms.minRestHours) })),
		...when(terms.minWeeklyRestHours, () =>
			m.contract_say_weekly_rest({ hours: number(terms.minWeeklyRestHours!) })
		),
		...when(terms.minDaysOffPerWeek > 0, () => m.contract_say_off({ count: terms.minDaysOffPerWeek })),
		...when(terms.maxConsecutiveDays < 42, () => m.contract_say_run({ count: terms.maxConsecutiveDays })),
		...when(terms.minConsecutiveDays > 1, () => m.contract_say_min_run({ count: terms.minConsecutiveDays })),
		...when(terms.minConsecutiveDaysOff > 1, () =>
			m.contract_say_min_off({ count: terms.minConsecutiveDaysOff })
		),
		...when(terms.maxWeekends !== null, () => m.contract_say_weekends({ count: terms.maxWeekends! })),
		...when(terms.wholeWeekends, () => m.contract_say_whole()),
		...when(terms.maxConsecutiveNights === 0, () => m.contract_say_no_nights()),
		...when(terms.maxConsecutiveNights, () => m.contract_say_nights({ count: terms.maxConsecutiveNights! })),
		...when((terms.minConsecutiveNights ?? 1) > 1, () =>
			m.contract_say_min_nights({ count: terms.minConsecutiveNights! })
		),
		...when(night, () => m.contract_say_night({ ...times(night!), hours: number(night!.minHours) })),
		...when(terms.forwardOnly, () => m.contract_say_forward()),
		...when(startSpread, () =>
			startSpread!.per === 'week'
				? m.contract_say_spread_week({ minutes: startSpread!.minutes })
				: m.contract_say_spread_run({ minutes: startSpread!.minutes })
		),
		...(terms.sequences ?? []).map(sequenceWords),
		...when(breakRules?.maxStretchMinutes, () =>
			m.contract_say_stretch({ minutes: breakRules!.maxStretchMinutes! })
		),
		...when(breakRules?.minBetweenMinutes, () =>
			m.contract_say_between({ minutes: breakRules!.minBetweenMinutes! })
		),
		...when(meal, () =>
			m.contract_say_meal({ from: meal!.fromMinute, to: meal!.toMinute, shift: meal!.shiftMinutes })
		),
		...when(minors, () =>
			m.contract_say_minors({
				...times(minors!),
				hours: number(minors!.maxHoursPerDay),
				rest: number(minors!.minRestHours)
			})
		)
	];
}

function periodWords({ weeks, minHours, maxHours }: HoursPerPeriod): string {
	const least = number(minHours);
	if (weeks === null)
		return maxHours === null
			? m.contract_say_roster_min({ least })
			: m.contract_say_roster({ least, most: number(maxHours) });
	return maxHours === null
		? m.contract_say_period_min({ least, weeks })
		: m.contract_say_period({ least, most: number(maxHours), weeks });
}

function sequenceWords({ after, then, never = [] }: SequenceRule): string {
	const list = (names: string[], type: 'conjunction' | 'disjunction') =>
		new Intl.ListFormat(displayLocale(), { type }).format(names.map(dayKindName));
	const words = { after: list(after, 'conjunction'), days: list(then ?? never, 'disjunction') };
	return then ? m.contract_say_only(words) : m.contract_say_never(words);
}
