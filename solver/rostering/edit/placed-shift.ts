import { clock } from '../rules/rule.ts';
import type { RosterProblem, ShiftTemplate } from '../problem.ts';

type Shape = Pick<ShiftTemplate, 'startMinute' | 'lengthMinutes' | 'breaks'>;

/** A shift where it stands in a roster: whose, on which day, and its whole shape, whether a template has it or not. */
export interface PlacedShift extends Shape {
	id: string;
	agent: string;
	/** Day of the horizon on which it begins. */
	day: number;
}

/** What an edit takes out and puts in; a shift that stays has the same id on both sides. */
export interface ShiftSwap {
	before: readonly PlacedShift[];
	after: readonly PlacedShift[];
}

/** The edit that takes this one back. */
export const reversed = ({ before, after }: ShiftSwap): ShiftSwap => ({ before: after, after: before });

/** Whether two shifts are the same in every way that is kept. */
export const samePlaced = (a: PlacedShift, b: PlacedShift): boolean =>
	a.id === b.id && a.agent === b.agent && a.day === b.day && shapeKey(a) === shapeKey(b);

/** A text that shifts of equal shape share. */
export const shapeKey = ({ startMinute, lengthMinutes, breaks }: Shape): string =>
	[
		startMinute,
		lengthMinutes,
		...breaks.map((part) => `${part.offsetMinute} ${part.lengthMinutes} ${part.paid} ${part.kind ?? ''}`)
	].join('|');

const DAY_MINUTES = 1_440;

/**
 * Why a shift cannot stand in a roster at all, whoever works it; null when it can. Rules are another matter: they
 * may be broken with a reason, this may not.
 */
export function shapeProblem(problem: RosterProblem, shift: PlacedShift): string | null {
	const { intervalMinutes, horizon, agents } = problem;
	const { agent, day, startMinute, lengthMinutes, breaks } = shift;
	if (!agents.some(({ id }) => id === agent)) return `the roster has no agent "${agent}"`;
	if (!Number.isInteger(day) || day < 0 || day >= horizon.days)
		return `day ${day} is not one of the roster’s ${horizon.days} days`;
	const minutes = [startMinute, lengthMinutes, ...breaks.flatMap((b) => [b.offsetMinute, b.lengthMinutes])];
	const odd = minutes.find((minute) => !Number.isInteger(minute) || minute % intervalMinutes !== 0);
	if (odd !== undefined) return `${odd} is no multiple of ${intervalMinutes} minutes`;
	if (startMinute < 0 || startMinute >= DAY_MINUTES)
		return `it begins at minute ${startMinute}, outside its day`;
	if (lengthMinutes < intervalMinutes || lengthMinutes > DAY_MINUTES)
		return `it is ${lengthMinutes} minutes long; wanted ${intervalMinutes} to ${DAY_MINUTES}`;
	let after = 0;
	for (const part of breaks) {
		if (part.lengthMinutes <= 0) return 'a part of it has no length';
		if (part.offsetMinute < after)
			return `two parts overlap, or are out of order, at ${clock(startMinute + part.offsetMinute)}`;
		after = part.offsetMinute + part.lengthMinutes;
	}
	if (after > lengthMinutes) return 'a part reaches beyond its end';
	return null;
}
