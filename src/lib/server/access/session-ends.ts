type Listener = (sessionIds: readonly string[]) => void;
// Kept outside the module, so that a second bundle meets the same listeners.
const KEY = Symbol.for('marea.session-ends');
const store = globalThis as { [KEY]?: Set<Listener> };
const listeners = (): Set<Listener> => (store[KEY] ??= new Set());

/** Calls back with the ids of sessions that were ended; returns how to stop. */
export function listenSessionEnds(listener: Listener): () => void {
	listeners().add(listener);
	return () => listeners().delete(listener);
}

/** To be told after the sessions are gone. */
export function tellSessionEnds(sessionIds: readonly string[]): void {
	if (sessionIds.length > 0) for (const listener of listeners()) listener(sessionIds);
}
