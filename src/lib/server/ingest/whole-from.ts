import type { InStatement } from '@libsql/client';
import type { Context } from '../context.ts';

const KEY = 'log_whole_from';

/** From when on the log holds everything that ever came: what lies before was taken by the retention. Null = all of it. */
export async function readWholeFrom({ db: { client } }: Context): Promise<number | null> {
	const { rows } = await client.execute({ sql: 'SELECT value FROM settings WHERE key = ?', args: [KEY] });
	return rows[0] ? Number(rows[0].value) : null;
}

/** For the batch that takes events before a moment away. */
export const wholeFrom = (beforeMs: number): InStatement => ({
	sql: `INSERT INTO settings (key, value) VALUES (?1, ?2)
		ON CONFLICT (key) DO UPDATE SET value = max(CAST(value AS INTEGER), ?2)`,
	args: [KEY, beforeMs]
});
