import type { PlannedPart, PlannedShift } from './terms.ts';

/**
 * `absent`, `late`, `leaves` and `given` (to a colleague) take the span out of the shift; `cancelled` and `moved` change
 * the part that the span is; `extended` adds the span to the shift that ends where it begins, `earlier` to the one that
 * begins where it ends; `called` and `taken` (of a colleague) are shifts of their own where nothing is scheduled.
 */
export const SCHEDULE_CHANGE_KINDS = [
	'absent',
	'late',
	'leaves',
	'cancelled',
	'moved',
	'extended',
	'earlier',
	'called',
	'given',
	'taken'
] as const;
export type ScheduleChangeKind = (typeof SCHEDULE_CHANGE_KINDS)[number];

/** A change of one person's schedule on the day itself. */
export interface ScheduleChange {
	kind: ScheduleChangeKind;
	fromAt: number;
	toAt: number;
	/** Of `moved`: where the part begins instead. */
	movedTo: number | null;
	/** Of `called` and `taken`: off the queues within it. */
	parts?: readonly PlannedPart[] | null;
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
		if (change.kind === 'called' || change.kind === 'taken')
			now = [...now, ...added<Part, Shift>(now, change)].sort((a, b) => a.startAt - b.startAt);
		else now = now.flatMap((shift) => changed<Part, Shift>(shift, change));
	return now;
}

/** What of a shift that is added is not scheduled already: a roster published later may have planned it, too. */
function added<Part extends PlannedPart, Shift extends PlannedShift<Part>>(
	scheduled: readonly Shift[],
	{ fromAt: startAt, toAt: endAt, parts }: ScheduleChange
): Shift[] {
	return scheduled.reduce(
		(pieces, shift) =>
			pieces.flatMap((piece) => without<Part, Shift>(piece, { fromAt: shift.startAt, toAt: shift.endAt })),
		[{ startAt, endAt, breaks: parts ?? [] } as unknown as Shift]
	);
}

function changed<Part extends PlannedPart, Shift extends PlannedShift<Part>>(
	shift: Shift,
	change: ScheduleChange
): Shift[] {
	if (change.kind === 'cancelled' || change.kind === 'moved') return [withPart<Part, Shift>(shift, change)];
	if (change.kind === 'extended')
		return [shift.endAt === change.fromAt ? { ...shift, endAt: change.toAt } : shift];
	if (change.kind === 'earlier')
		return [shift.startAt === change.toAt ? { ...shift, startAt: change.fromAt } : shift];
	return without<Part, Shift>(shift, change);
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
	{ fromAt, toAt }: { fromAt: number; toAt: number }
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
