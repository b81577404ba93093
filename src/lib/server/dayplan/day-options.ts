import { editShift, type DayTerms, type PlannedDay, type ShiftEdit } from '#solver/rostering/index.ts';
import { instantIn, minuteOf, type DayFrame, type FramedShift } from '../rosters/index.ts';
import type { DayWishes } from './day-input.ts';
import type { DayMove } from './day-proposal.ts';

const NOTICE_MINUTES = 15;
/** Who is called in has to get there. */
const CALL_LEAD_MINUTES = 90;
const CALL_STEP_MINUTES = 30;
const CALLS = [
	{ length: 240, breaks: [] },
	{ length: 360, breaks: [{ offsetMinute: 180, lengthMinutes: 30, paid: true, kind: 'break' as const }] }
];

/** A shift that a person could have in place of what stands, in minutes of the frame, with the changes that lead to it. */
export interface DayOption {
	shift: PlannedDay;
	moves: DayMove[];
}

export const changesFrom = (frame: DayFrame, nowMs: number): number =>
	minuteOf(frame, nowMs + NOTICE_MINUTES * 60_000, 'up');

/** What the day's terms are for the engine; with many people fewer ways are tried for each. */
export function termsOf(wishes: DayWishes, people: number): DayTerms {
	return {
		step: 15,
		breakWindow: wishes.moveBreaks ? 60 : 0,
		mealWindow: wishes.moveBreaks ? 90 : 0,
		mayMoveActivities: wishes.moveActivities,
		mayCancelActivities: wishes.cancelActivities,
		extend: wishes.extendMinutes,
		shorten: wishes.shortenMinutes,
		shortestShift: 240,
		longestStretch: 300,
		leastBetween: 60,
		mayPair: people <= 80
	};
}

/** In minutes of the frame; sessions and gaps stay where they are. */
export function plannedDay({ day, shape, pieces }: FramedShift): PlannedDay {
	const from = day * 1_440 + shape.startMinute;
	return {
		from,
		to: from + shape.lengthMinutes,
		parts: shape.breaks.map(({ offsetMinute, lengthMinutes, paid, kind }) => ({
			from: from + offsetMinute,
			to: from + offsetMinute + lengthMinutes,
			kind: kind ?? (pieces.length > 1 && !paid ? null : 'break'),
			paid,
			isFixed: false
		}))
	};
}

/** Other ways for somebody at work today. Times of what stands are kept to the millisecond. */
export function shiftOptions(
	frame: DayFrame,
	framed: FramedShift,
	planned: PlannedDay,
	earliest: number,
	terms: DayTerms
): DayOption[] {
	const own = framed.pieces.flatMap(({ breaks }) => breaks);
	const endAt = framed.pieces.at(-1)!.endAt;
	const partAt = (index: number) => {
		const minute = planned.parts[index]!.from;
		return own.find((part) => minuteOf(frame, part.startAt) === minute) ?? null;
	};
	const moveOf = (edit: ShiftEdit): DayMove | null => {
		if (edit.kind === 'end') {
			const at = instantIn(frame, edit.to);
			return at > endAt
				? { kind: 'extended', fromAt: endAt, toAt: at, movedTo: null, activity: null, parts: null }
				: { kind: 'leaves', fromAt: at, toAt: endAt, movedTo: null, activity: null, parts: null };
		}
		const part = partAt(edit.part);
		if (!part) return null;
		return {
			kind: edit.kind === 'move' ? 'moved' : 'cancelled',
			fromAt: part.startAt,
			toAt: part.endAt,
			movedTo: edit.kind === 'move' ? instantIn(frame, edit.to) : null,
			activity: part.kind ?? 'break',
			parts: null
		};
	};
	return editShift(planned, earliest, terms).flatMap(({ edits, shift }) => {
		const moves = edits.map(moveOf);
		return moves.every((move) => move !== null) ? [{ shift, moves: inOrder(moves) }] : [];
	});
}

/** Longer first, so that a part may go there; of two moved parts first the one whose place is free; shorter last. */
function inOrder(moves: DayMove[]): DayMove[] {
	const rank = { extended: 0, called: 0, cancelled: 1, moved: 2, leaves: 3 };
	const ordered = moves.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
	const [first, second] = ordered;
	const blocked =
		first?.kind === 'moved' &&
		second?.kind === 'moved' &&
		first.movedTo! < second.toAt &&
		first.movedTo! + first.toAt - first.fromAt > second.fromAt;
	return blocked ? ordered.toReversed() : ordered;
}

/** Shifts for somebody who is off today: short ones, from the time it takes to come until nobody is needed any more. */
export function callOptions(frame: DayFrame, nowMs: number, untilMinute: number): DayOption[] {
	const soonest = minuteOf(frame, nowMs + CALL_LEAD_MINUTES * 60_000, 'up');
	const first = Math.ceil(soonest / CALL_STEP_MINUTES) * CALL_STEP_MINUTES;
	const options: DayOption[] = [];
	for (const { length, breaks } of CALLS)
		for (let from = first; from + length <= untilMinute; from += CALL_STEP_MINUTES) {
			const parts = breaks.map(({ offsetMinute, lengthMinutes, paid, kind }) => ({
				from: from + offsetMinute,
				to: from + offsetMinute + lengthMinutes,
				kind,
				paid,
				isFixed: false
			}));
			options.push({
				shift: { from, to: from + length, parts },
				moves: [
					{
						kind: 'called',
						fromAt: instantIn(frame, from),
						toAt: instantIn(frame, from + length),
						movedTo: null,
						activity: null,
						parts: parts.map((part) => ({
							startAt: instantIn(frame, part.from),
							endAt: instantIn(frame, part.to),
							isPaid: part.paid,
							kind: part.kind
						}))
					}
				]
			});
		}
	return options;
}
