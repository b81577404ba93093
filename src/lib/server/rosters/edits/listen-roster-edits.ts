import type { RosterEdit } from '#lib/contracts/roster-edits.ts';

type Listener = (edit: RosterEdit) => void;
// Kept outside the module, so that a second bundle meets the same listeners.
const KEY = Symbol.for('marea.roster-edits');
const store = globalThis as { [KEY]?: Set<Listener> };
const listeners = (): Set<Listener> => (store[KEY] ??= new Set());

/** Calls back with each edit of any roster; returns how to stop. */
export function listenRosterEdits(listener: Listener): () => void {
	listeners().add(listener);
	return () => listeners().delete(listener);
}

/** To be told once the edit is stored. */
export function tellRosterEdit(edit: RosterEdit): void {
	for (const listener of listeners()) listener(edit);
}
