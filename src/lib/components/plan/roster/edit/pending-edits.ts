import type { PendingEdit } from './roster-editor.svelte.ts';

const keyOf = (rosterId: string): string => `marea.roster-edits.${rosterId}`;

/** Keeps what is not stored yet in this browser, so that a reload or a cut line loses nothing. */
export function keepPending(rosterId: string, edits: readonly PendingEdit[]): void {
	try {
		if (edits.length === 0) localStorage.removeItem(keyOf(rosterId));
		else localStorage.setItem(keyOf(rosterId), JSON.stringify(edits));
	} catch {
		// Without a store (private browsing, full) edits live as long as the page.
	}
}

/** What was left last time; nothing where it can't be read. */
export function pendingOf(rosterId: string): PendingEdit[] {
	try {
		const read: unknown = JSON.parse(localStorage.getItem(keyOf(rosterId)) ?? '[]');
		return Array.isArray(read) ? (read as PendingEdit[]) : [];
	} catch {
		return [];
	}
}
