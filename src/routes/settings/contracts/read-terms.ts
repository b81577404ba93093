import { clockOf } from '#lib/components/plan/staffing/form/clock.ts';
import { formText } from '#lib/server/access/index.ts';
import { DEFAULT_NIGHT } from '#solver/rostering/index.ts';

/** Kinds of shift that the form's sequences can name. */
const KINDS = ['early', 'late'] as const;

/**
 * The form's fields as the roster engine's contract: a field left empty is a rule that is left out. What can't be read
 * goes on as it is typed, for the engine to refuse in words.
 */
export function readTerms(form: FormData): Record<string, unknown> {
	const value = (name: string): number | string | undefined => {
		const text = formText(form, name).trim();
		if (text === '') return undefined;
		return Number.isFinite(Number(text)) ? Number(text) : text;
	};
	const given = (fields: Record<string, unknown>) =>
		Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined));
	const flag = (name: string) => (form.get(name) === null ? undefined : true);
	const list = (text: string): unknown[] => {
		try {
			const read: unknown = text === '' ? [] : JSON.parse(text);
			return Array.isArray(read) ? read : [read];
		} catch {
			return [text];
		}
	};
	const period = (weeks: unknown, minHours: unknown, maxHours: unknown) =>
		minHours === undefined && maxHours === undefined ? [] : [given({ weeks, minHours, maxHours })];

	const sequences = list(formText(form, 'sequences'));
	const periods = [
		// Hours without weeks are refused, not taken for those of a whole roster.
		...period(value('periodWeeks') ?? '', value('periodMin'), value('periodMax')),
		...period(undefined, value('rosterMin'), value('rosterMax'))
	];
	const night = given({ from: value('nightFrom'), to: value('nightTo'), minHours: value('nightHours') });
	const isUsualNight =
		night.from === clockOf(DEFAULT_NIGHT.fromMinute) &&
		night.to === clockOf(DEFAULT_NIGHT.toMinute) &&
		night.minHours === DEFAULT_NIGHT.minHours;
	const meal = given({
		shiftMinutes: value('mealShift'),
		fromMinute: value('mealFrom'),
		toMinute: value('mealTo')
	});
	const breakRules = given({
		maxStretchMinutes: value('maxStretch'),
		minBetweenMinutes: value('minBetween'),
		meal: Object.keys(meal).length > 0 ? meal : undefined
	});
	return given({
		...Object.fromEntries(
			[
				...['minHoursPerWeek', 'maxHoursPerWeek', 'maxHoursPerDay', 'minRestHours', 'minWeeklyRestHours'],
				...['minDaysOffPerWeek', 'maxConsecutiveDays', 'minConsecutiveDays', 'minConsecutiveDaysOff'],
				...['maxWeekends', 'maxConsecutiveNights', 'minConsecutiveNights']
			].map((name) => [name, value(name)])
		),
		wholeWeekends: flag('wholeWeekends'),
		hoursPerPeriod: periods.length > 0 ? periods : undefined,
		night: Object.keys(night).length > 0 && !isUsualNight ? night : undefined,
		forwardOnly: flag('forwardOnly'),
		startSpread:
			value('spreadMinutes') === undefined
				? undefined
				: { minutes: value('spreadMinutes'), per: formText(form, 'spreadPer') },
		kinds:
			sequences.length > 0
				? [
						...KINDS.flatMap((id) =>
							value(`${id}From`) === undefined ? [] : [{ id, from: value(`${id}From`), to: value(`${id}To`) }]
						),
						...list(formText(form, 'otherKinds'))
					]
				: undefined,
		sequences: sequences.length > 0 ? sequences : undefined,
		breakRules: Object.keys(breakRules).length > 0 ? breakRules : undefined,
		minors:
			form.get('minors') === null
				? undefined
				: given({
						maxHoursPerDay: value('minorsDay'),
						minRestHours: value('minorsRest'),
						from: value('minorsFrom'),
						// As an end, midnight is the day's own.
						to: value('minorsTo') === '00:00' ? '24:00' : value('minorsTo')
					})
	});
}
