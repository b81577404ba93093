import { fileURLToPath } from 'node:url';
import { sealAudit } from '#lib/server/audit/index.ts';
import type { Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { UsageError } from './verb.ts';

export const DEFAULT_DATABASE_URL = 'file:./data/marea.db';
const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

/**
 * The database that the server uses, which may be running: SQLite's WAL lets both write, one after the other.
 *
 * @param dbUrl of `--db`; else DATABASE_URL, else the default under the working directory
 */
export async function openContext(dbUrl?: string): Promise<Context & { close(): void }> {
	const url = dbUrl ?? (process.env.DATABASE_URL || DEFAULT_DATABASE_URL);
	if (!url.startsWith('file:'))
		throw new UsageError(
			`The database "${url}" is not a file URL; give one such as ${DEFAULT_DATABASE_URL}.`
		);
	const db = await openDatabase(url, MIGRATIONS);
	const ctx: Context = { db, now: () => Date.now() };
	// What earlier commands left while no server was there to seal it.
	await sealAudit(ctx);
	return { ...ctx, close: () => db.close() };
}
