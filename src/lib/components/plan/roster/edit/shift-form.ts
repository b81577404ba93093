import { shapeProblem, type PlacedShift } from '#solver/rostering/edit/index.ts';
import type { RosterProblem, ShiftPart } from '#solver/rostering/index.ts';
import { clockOf, minuteOf } from '../../staffing/form/clock.ts';

export type PartFields = {
	kind: ShiftPart['kind'] | '';
	start: string;
	minutes: number | null;
	paid: boolean;
};

/** A shift as the fields of its form hold it; times as clocks of its day, the end perhaps of the next. */
export type ShiftFields = { agent: string; day: string; start: string; end: string; parts: PartFields[] };

const DAY_MINUTES = 1_440;

export const fieldsOf = ({ agent, day, startMinute, lengthMinutes, breaks }: PlacedShift): ShiftFields => ({
	agent,
	day: String(day),
	start: clockOf(startMinute),
	end: clockOf(startMinute + lengthMinutes),
	parts: breaks.map(({ offsetMinute, lengthMinutes: minutes, paid, kind }) => ({
		kind: kind ?? '',
		start: clockOf(startMinute + offsetMinute),
		minutes,
		paid
	}))
});

export type FormProblem = 'times' | 'grid' | 'parts';

/**
 * The shift that the fields say. An end at or before the start is of the next day, and so is a part before the start.
 *
 * @returns what is wrong with them where they say none
 */
export function shiftOf(
	problem: RosterProblem,
	id: string,
	{ agent, day, start, end, parts }: ShiftFields
): PlacedShift | FormProblem {
	const [startMinute, endMinute] = [minuteOf(start), minuteOf(end)];
	if (startMinute === null || endMinute === null) return 'times';
	const after = (minute: number) => (minute - startMinute + DAY_MINUTES) % DAY_MINUTES;
	const lengthMinutes = after(endMinute) || DAY_MINUTES;
	const breaks: ShiftPart[] = [];
	for (const { kind, start: text, minutes, paid } of parts) {
		const from = minuteOf(text);
		if (from === null || minutes === null || minutes <= 0) return 'parts';
		breaks.push({ offsetMinute: after(from), lengthMinutes: minutes, paid, ...(kind !== '' && { kind }) });
	}
	breaks.sort((a, b) => a.offsetMinute - b.offsetMinute);
	const shift: PlacedShift = { id, agent, day: Number(day), startMinute, lengthMinutes, breaks };
	const every = [startMinute, lengthMinutes, ...breaks.flatMap((b) => [b.offsetMinute, b.lengthMinutes])];
	if (every.some((minute) => minute % problem.intervalMinutes !== 0)) return 'grid';
	return shapeProblem(problem, shift) === null ? shift : 'parts';
}
