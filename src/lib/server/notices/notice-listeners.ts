type Listener = (userIds: readonly string[]) => void;

// Kept outside the module, so that hot reload and a second bundle meet the same listeners.
const KEY = Symbol.for('marea.notices');
const store = globalThis as { [KEY]?: Set<Listener> };
const listeners = (store[KEY] ??= new Set());

/** Calls back with the people whose notices have changed; returns how to stop. */
export function listenNotices(listener: Listener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function publishNotices(userIds: readonly string[]): void {
	for (const listener of listeners) listener(userIds);
}
