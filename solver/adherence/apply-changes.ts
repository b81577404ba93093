import type { PlannedPart, PlannedShift } from './terms.ts';

/** A change of one person's schedule on the day itself. */
export interface ScheduleChange {
	/** `absent`, `late` and `leaves` take the span out of the shift; the others change the part that the span is. */
	kind: 'absent' | 'late' | 'leaves' | 'cancelled' | 'moved';
	fromAt: number;
	toAt: number;
	/** Of `moved`: where the part begins instead. */
	movedTo: number | null;
}

/**
 * A person's shifts with what has changed since they were published, in the order in which it was recorded. A shift
 * that is left without time is gone; one that loses its middle becomes two.
 */
export function applyChanges<Part extends PlannedPart, Shift extends PlannedShift<Part>>(
	shifts: readonly Shift[],
	changes: readonly ScheduleChange[]
): Shift[] {
	let now: Shift[] = [...shifts];
	for (const change of changes)
		now = now.flatMap((shift) =>
			change.kind === 'cancelled' || change.kind === 'moved'
				? [withPart<Part, Shift>(shift, change)]
				: without<Part, Shift>(shift, change)
		);
	return now;
}

function withPart<Part extends PlannedPart, Shift extends PlannedShift<Part>>(
	shift: Shift,
	{ kind, fromAt, toAt, movedTo }: ScheduleChange
): Shift {
	const breaks = shift.breaks.flatMap((part) => {
		if (part.startAt !== fromAt || part.endAt !== toAt) return [part];
		if (kind === 'cancelled' || movedTo === null) return [];
		return [{ ...part, startAt: movedTo, endAt: movedTo + (toAt - fromAt) }];
	});
	return { ...shift, breaks: breaks.sort((a, b) => a.startAt - b.startAt) };
}

function without<Part extends PlannedPart, Shift extends PlannedShift<Part>>(
	shift: Shift,
	{ fromAt, toAt }: ScheduleChange
): Shift[] {
	if (toAt <= shift.startAt || fromAt >= shift.endAt) return [shift];
	const piece = (startAt: number, endAt: number): Shift[] =>
		endAt <= startAt
			? []
			: [
					{
						...shift,
						startAt,
						endAt,
						breaks: shift.breaks.flatMap((part) => {
							const [from, to] = [Math.max(part.startAt, startAt), Math.min(part.endAt, endAt)];
							return to > from ? [{ ...part, startAt: from, endAt: to }] : [];
						})
					}
				];
	return [...piece(shift.startAt, Math.max(fromAt, shift.startAt)), ...piece(toAt, shift.endAt)];
}
