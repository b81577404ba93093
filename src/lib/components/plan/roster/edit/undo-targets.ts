import type { RosterEdit } from '#lib/contracts/roster-edits.ts';
import type { ShiftSwap } from '#solver/rostering/edit/index.ts';

type Step = { id: string; verb: 'apply' | 'undo' | 'redo'; swap: ShiftSwap; editId?: string };
type Target = ShiftSwap & { id: string };
type State = Target & { isUndone: boolean; order: number };

/** The person's own edits as they stand with what is not stored yet, in order; `order` of an undone one is when it was. */
function ownEdits(log: readonly RosterEdit[], pending: readonly Step[], userId: string): State[] {
	const own = new Map<string, State>();
	for (const { id, before, after, about, createdBy, undoneBy, sequence } of log)
		if (about === null && createdBy === userId)
			own.set(id, { id, before, after, isUndone: undoneBy !== null, order: undoneBy ?? sequence });
	let order = (log.at(-1)?.sequence ?? 0) + 1;
	for (const { id, verb, swap, editId } of pending) {
		if (verb === 'apply') own.set(id, { id, ...swap, isUndone: false, order });
		const about = editId === undefined ? undefined : own.get(editId);
		if (about) own.set(about.id, { ...about, isUndone: verb === 'undo', order });
		order++;
	}
	return [...own.values()];
}

/** The person's newest edit that is in force. */
export function undoTarget(
	log: readonly RosterEdit[],
	pending: readonly Step[],
	userId: string
): Target | null {
	return ownEdits(log, pending, userId).findLast(({ isUndone }) => !isUndone) ?? null;
}

/** What the person took back last, unless something new was done since. */
export function redoTarget(
	log: readonly RosterEdit[],
	pending: readonly Step[],
	userId: string
): Target | null {
	const own = ownEdits(log, pending, userId);
	const last = own.filter(({ isUndone }) => isUndone).sort((a, b) => b.order - a.order)[0];
	if (!last) return null;
	const place = own.indexOf(last);
	return own.slice(place + 1).some(({ isUndone }) => !isUndone) ? null : last;
}

/** By `rule day agent`: the edit in force that broke it with a reason. */
export function acceptedBy(log: readonly RosterEdit[]): Map<string, RosterEdit> {
	const found = new Map<string, RosterEdit>();
	for (const edit of log)
		if (edit.undoneBy === null && edit.reason !== null && edit.about === null)
			for (const { rule, day, agent } of edit.brokenRules) found.set(`${rule} ${day} ${agent}`, edit);
	return found;
}
