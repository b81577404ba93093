import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
// Without the drivers for databases behind a network, which a file has no use for.
import { createClient, type Client } from '@libsql/client/sqlite3';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/sqlite3';
import { migrate } from 'drizzle-orm/libsql/migrator';
import * as schema from './schema/index.ts';

export interface Database {
	orm: LibSQLDatabase<typeof schema>;
	/** Raw SQL, for the paths where the builder is too slow. */
	client: Client;
	close(): void;
}

/** How long a statement waits for another process (the CLI beside the server) before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the database and brings it to the newest schema.
 *
 * The client holds one connection, so the pragmas hold for every statement and all writes of the
 * process stand in one line. An interactive transaction would keep that connection across awaits and make every
 * other statement fail: write with `orm.batch([...])` or `client.batch([...], 'write')`, which run in one go.
 *
 * @param url `file:PATH`, relative to the working directory, or `file::memory:` for tests
 * @param migrations folder of generated migrations
 */
export async function openDatabase(url: string, migrations: string): Promise<Database> {
	if (!url.startsWith('file:'))
		throw new Error(
			`Opening the database: "${url}" is not a file URL; give one such as file:./data/marea.db.`
		);
	if (!url.includes(':memory:')) makeFolder(url);
	const client = createClient({ url, concurrency: 1, timeout: BUSY_TIMEOUT_MS });
	await client.execute('PRAGMA journal_mode = WAL');
	await client.execute('PRAGMA synchronous = FULL');
	await client.execute('PRAGMA foreign_keys = ON');
	const orm = drizzle(client, { schema });
	await migrate(orm, { migrationsFolder: migrations });
	return { orm, client, close: () => client.close() };
}

function makeFolder(url: string): void {
	const path = url.startsWith('file://')
		? fileURLToPath(url)
		: fileURLToPath(new URL(url.slice(5), pathToFileURL('./')));
	mkdirSync(dirname(path), { recursive: true });
}
