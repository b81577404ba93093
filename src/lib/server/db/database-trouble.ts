/** A passing or lasting fault of the database, as far as its own words tell. */
export type TroubleKind = 'busy' | 'full' | 'read-only' | 'damaged' | 'no-file';

const KINDS: Record<string, TroubleKind> = {
	SQLITE_BUSY: 'busy',
	SQLITE_LOCKED: 'busy',
	SQLITE_FULL: 'full',
	// A write that the disk or a quota refuses in its middle.
	SQLITE_IOERR: 'full',
	SQLITE_READONLY: 'read-only',
	SQLITE_CORRUPT: 'damaged',
	SQLITE_NOTADB: 'damaged',
	SQLITE_CANTOPEN: 'no-file'
};

/** What is said of it to whoever asked; nothing of a request is stored that was answered so. */
export const TROUBLE_TEXT: Record<TroubleKind, string> = {
	busy: 'Another process holds the database; nothing was stored. Try again in a moment.',
	full: 'The disk refuses to take more (full, or over its quota); nothing was stored. Make room and try again.',
	'read-only': 'The database may not be written; nothing was stored. Look at its file’s rights.',
	damaged:
		'The database is damaged; nothing was stored. Stop Marea and put a backup back: marea restore FILE.',
	'no-file': 'The database’s file cannot be opened; nothing was stored. Look at its folder and rights.'
};

/** The database's fault behind an error, however it was wrapped; null when it is none. */
export function databaseTrouble(error: unknown): TroubleKind | null {
	let cause: unknown = error;
	for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth++) {
		const { code } = cause as { code?: unknown };
		if (typeof code === 'string')
			for (const [prefix, kind] of Object.entries(KINDS)) if (code.startsWith(prefix)) return kind;
		cause = (cause as { cause?: unknown }).cause;
	}
	return null;
}
