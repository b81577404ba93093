import type { PendingEdit } from './roster-editor.svelte.ts';

/** Of a roster and who edits it: nobody stores what another left in the same browser. */
export interface PendingPlace {
	rosterId: string;
	userId: string;
}

const keyOf = ({ rosterId, userId }: PendingPlace): string => `marea.roster-edits.${rosterId}.${userId}`;

/** Keeps what is not stored yet in this browser, so that a reload or a cut line loses nothing. */
export function keepPending(place: PendingPlace, edits: readonly PendingEdit[]): void {
	try {
		if (edits.length === 0) localStorage.removeItem(keyOf(place));
		else localStorage.setItem(keyOf(place), JSON.stringify(edits));
	} catch {
		// Without a store (private browsing, full) edits live as long as the page.
	}
}

/** What was left last time; nothing where it can't be read. */
export function pendingOf(place: PendingPlace): PendingEdit[] {
	try {
		const read: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? '[]');
		return Array.isArray(read) ? (read as PendingEdit[]) : [];
	} catch {
		return [];
	}
}
