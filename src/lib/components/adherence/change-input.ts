import { instantsOf, localFields } from '#lib/format/index.ts';

export type ChangeKind = 'absent' | 'late' | 'leaves' | 'cancelled' | 'moved';
export const CHANGE_KINDS: readonly ChangeKind[] = ['absent', 'late', 'leaves', 'cancelled', 'moved'];

type Part = { startAt: number; endAt: number; kind?: 'break' | 'lunch' | 'training' | 'meeting' };
type Shift = { startAt: number; endAt: number; breaks: readonly Part[] };

/** The instant within a shift at which the zone's clock shows a time; null where none does. */
export function timeWithin(time: string, { startAt, endAt }: Shift, timeZone: string): number | null {
	const days = new Set([localFields(startAt, timeZone).day, localFields(endAt, timeZone).day]);
	for (const day of days)
		for (const at of instantsOf(day, time, timeZone)) if (at >= startAt && at <= endAt) return at;
	return null;
}

/** Parts of a shift that a change can be about: pauses can be moved, and not cancelled. */
export const partsFor = (kind: ChangeKind, shift: Shift): Part[] =>
	shift.breaks.filter(
		(part) => kind === 'moved' || (kind === 'cancelled' && ['training', 'meeting'].includes(part.kind ?? ''))
	);

/** The span that a change is about, from what was chosen; null where the choice is not complete or not within the shift. */
export function changeSpan(
	kind: ChangeKind,
	shift: Shift,
	chosen: { time: string; part: Part | null },
	timeZone: string
): { fromAt: number; toAt: number; movedTo: number | null } | null {
	const at = timeWithin(chosen.time, shift, timeZone);
	const { startAt, endAt } = shift;
	if (kind === 'cancelled')
		return chosen.part && { fromAt: chosen.part.startAt, toAt: chosen.part.endAt, movedTo: null };
	if (at === null) return null;
	if (kind === 'absent') return at < endAt ? { fromAt: at, toAt: endAt, movedTo: null } : null;
	if (kind === 'late')
		return at > startAt && at < endAt ? { fromAt: startAt, toAt: at, movedTo: null } : null;
	if (kind === 'leaves')
		return at > startAt && at < endAt ? { fromAt: at, toAt: endAt, movedTo: null } : null;
	return chosen.part && { fromAt: chosen.part.startAt, toAt: chosen.part.endAt, movedTo: at };
}
