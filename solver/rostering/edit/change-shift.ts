import type { ShiftPart, ShiftPartKind } from '../problem.ts';
import type { PlacedShift } from './placed-shift.ts';

/** A part as a planner names it: from a minute of the shift's day, which may lie past midnight. */
export interface PartAt {
	fromMinute: number;
	lengthMinutes: number;
	paid: boolean;
	/** Left out: time off between two stretches of work. */
	kind?: ShiftPartKind;
}

const DAY_MINUTES = 1_440;
const endOf = (shift: PlacedShift): number => shift.startMinute + shift.lengthMinutes;

/** A minute on the grid. */
export const snap = (minute: number, intervalMinutes: number): number =>
	Math.round(minute / intervalMinutes) * intervalMinutes;

/** The shift elsewhere, its parts with it; a start before 00:00 or from 24:00 on is of the day before or after. */
export function movedTo(
	shift: PlacedShift,
	to: { agent?: string; day?: number; startMinute?: number }
): PlacedShift {
	const { agent = shift.agent, day = shift.day, startMinute = shift.startMinute } = to;
	const days = Math.floor(startMinute / DAY_MINUTES);
	return { ...shift, agent, day: day + days, startMinute: startMinute - days * DAY_MINUTES };
}

/**
 * The shift with another start and end, in minutes of its day. Its parts stay at their time of day: what comes to lie
 * outside is cut off. Null where nothing would be left, or more than a day.
 */
export function stretched(shift: PlacedShift, fromMinute: number, toMinute: number): PlacedShift | null {
	const lengthMinutes = toMinute - fromMinute;
	if (lengthMinutes <= 0 || lengthMinutes > DAY_MINUTES) return null;
	const breaks = shift.breaks.flatMap((part) => {
		const from = Math.max(fromMinute, shift.startMinute + part.offsetMinute);
		const to = Math.min(toMinute, shift.startMinute + part.offsetMinute + part.lengthMinutes);
		return to > from ? [{ ...part, offsetMinute: from - fromMinute, lengthMinutes: to - from }] : [];
	});
	return movedTo({ ...shift, lengthMinutes, breaks }, { startMinute: fromMinute });
}

/** The shift with one more part; null where it does not lie within, or another is there. */
export function withPart(shift: PlacedShift, { fromMinute, ...part }: PartAt): PlacedShift | null {
	const offsetMinute = fromMinute - shift.startMinute;
	const end = offsetMinute + part.lengthMinutes;
	if (part.lengthMinutes <= 0 || offsetMinute < 0 || end > shift.lengthMinutes) return null;
	if (shift.breaks.some((p) => p.offsetMinute < end && p.offsetMinute + p.lengthMinutes > offsetMinute))
		return null;
	return { ...shift, breaks: inOrder([...shift.breaks, { offsetMinute, ...part }]) };
}

export const withoutPart = (shift: PlacedShift, place: number): PlacedShift => ({
	...shift,
	breaks: shift.breaks.filter((_, i) => i !== place)
});

/** The shift with one of its parts at another time; null where it does not fit. */
export function withPartAt(shift: PlacedShift, place: number, fromMinute: number): PlacedShift | null {
	const { offsetMinute: _, ...part } = shift.breaks[place]!;
	return withPart(withoutPart(shift, place), { ...part, fromMinute });
}

/**
 * Two shifts in place of one, cut at a minute of its day; a part across the cut is cut as well. Null at an end of it.
 */
export function splitAt(
	shift: PlacedShift,
	minute: number,
	secondId: string
): [PlacedShift, PlacedShift] | null {
	if (minute <= shift.startMinute || minute >= endOf(shift)) return null;
	const first = stretched(shift, shift.startMinute, minute);
	const second = stretched({ ...shift, id: secondId }, minute, endOf(shift));
	return first && second ? [first, second] : null;
}

/** What a minute of the shift's day has its agent do; null is work. */
export const partAt = (shift: PlacedShift, minute: number): number | null => {
	const into = minute - shift.startMinute;
	const place = shift.breaks.findIndex(
		(part) => part.offsetMinute <= into && into < part.offsetMinute + part.lengthMinutes
	);
	return place < 0 ? null : place;
};

const inOrder = (breaks: ShiftPart[]): ShiftPart[] => breaks.sort((a, b) => a.offsetMinute - b.offsetMinute);
