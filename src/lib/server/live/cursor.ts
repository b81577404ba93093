import type { InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import type { LiveState } from './live-state.ts';

/** Where the stored folds have come to in the event log. */
export const PROJECTION_CURSOR = 'projected_seq';
/** What the start needs besides them: how the folding counted, and the latest instant that each source told of. */
const FOLDS = 'stored_folds';
/** To be raised when the same events fold into other rows than before: the next start then folds the whole log again. */
const FOLD_VERSION = 2;

interface Folds {
	version: number;
	sources: Record<string, number>;
}

const SET = `INSERT INTO settings (key, value) VALUES (?1, ?2), (?3, ?4) ON CONFLICT (key) DO UPDATE SET value = excluded.value`;

export function setCursor(state: LiveState): InStatement {
	const folds: Folds = { version: FOLD_VERSION, sources: {} };
	for (const [source, { lastEventAt }] of state.sources)
		if (Number.isFinite(lastEventAt)) folds.sources[source] = lastEventAt;
	return {
		sql: SET,
		args: [PROJECTION_CURSOR, JSON.stringify(state.seq), FOLDS, JSON.stringify(folds)]
	};
}

/** 0 where nothing is stored, or what is stored is of another version or cannot be read. */
export async function readCursor({
	db
}: Context): Promise<{ seq: number; sources: Record<string, number> | null }> {
	const { rows } = await db.client.execute({
		sql: 'SELECT key, value FROM settings WHERE key IN (?, ?)',
		args: [PROJECTION_CURSOR, FOLDS]
	});
	try {
		const values = new Map(rows.map((row) => [row.key, JSON.parse(String(row.value)) as unknown]));
		const seq = Number(values.get(PROJECTION_CURSOR) ?? 0);
		const folds = values.get(FOLDS) as Folds | undefined;
		if (!Number.isSafeInteger(seq)) return { seq: 0, sources: null };
		// A release before the version was noted counted otherwise: its folds hold no moods.
		return folds?.version === FOLD_VERSION ? { seq, sources: folds.sources } : { seq: 0, sources: null };
	} catch {
		return { seq: 0, sources: null };
	}
}
