import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
// Without the drivers for databases behind a network, which a file has no use for.
import { createClient, type Client } from '@libsql/client/sqlite3';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { drizzle } from 'drizzle-orm/libsql/sqlite3';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { databaseTrouble, type TroubleKind } from './database-trouble.ts';
import { GUARDS } from './guards.ts';
import { BUSY_TIMEOUT_MS, patientClient, patiently } from './patient-client.ts';
import * as schema from './schema/index.ts';
import { watchClient, type Writer } from './watched-client.ts';

export interface Database {
	orm: LibSQLDatabase<typeof schema>;
	/** Raw SQL, for the paths where the builder is too slow. */
	client: Client;
	/** How its writing is doing. */
	writer: Writer;
	close(): void;
}

/** A database of this size is read through within a second, so that each start checks it whole. */
const CHECKED_AT_START_BYTES = 64_000_000;
const HEADER = 'SQLite format 3\0';

/** What can be done, by what is wrong. */
const ADVICE: Record<TroubleKind, string> = {
	busy: 'another process has held it locked for ten seconds. End that process, or wait for it, and start again.',
	full: 'the disk refuses to take more. Make room and start again.',
	'read-only': 'it may not be written. Look at the rights of the file and its folder.',
	damaged:
		'it is damaged. Nothing was changed. Put a backup back with "marea restore FILE" (it keeps the damaged file beside it), or give another file with --db.',
	'no-file': 'it cannot be opened. Look at the folder, its rights, and the path.'
};

/**
 * Opens the database and brings it to the newest schema.
 *
 * The client holds one connection, so the pragmas hold for every statement and all writes of the
 * process stand in one line. An interactive transaction would keep that connection across awaits and make every
 * other statement fail: write with `orm.batch([...])` or `client.batch([...], 'write')`, which run in one go.
 *
 * @param url `file:PATH`, relative to the working directory, or `file::memory:` for tests
 * @param migrations folder of generated migrations
 * @throws an error that says what is wrong with the file and what to do: locked, full, damaged, not to be written
 */
export async function openDatabase(url: string, migrations: string): Promise<Database> {
	if (!url.startsWith('file:'))
		throw new Error(
			`Opening the database: "${url}" is not a file URL; give one such as file:./data/marea.db.`
		);
	const path = url.includes(':memory:') ? null : pathOf(url);
	let client: Client | null = null;
	try {
		if (path) mkdirSync(dirname(path), { recursive: true });
		// SQLite takes a file shorter than its header for a new one.
		if (path && isForeign(path)) throw new OpeningFailed('damaged');
		// Opening makes a statement of its own, which meets another process's lock like any other.
		const opened = await patiently(() => createClient({ url, concurrency: 1, timeout: BUSY_TIMEOUT_MS }));
		client = opened;
		await patientClient(opened, 'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
		await opened.execute('PRAGMA journal_mode = WAL');
		if (path && statSync(path).size <= CHECKED_AT_START_BYTES) await checkPages(opened);
		const writer = watchClient(opened);
		const orm = drizzle(opened, { schema });
		await migrate(orm, { migrationsFolder: migrations });
		await opened.batch([...GUARDS], 'write');
		return { orm, client: opened, writer, close: () => opened.close() };
	} catch (error) {
		client?.close();
		const kind = error instanceof OpeningFailed ? error.kind : databaseTrouble(error);
		if (!kind) throw error;
		throw new Error(`Opening the database "${path ?? url}": ${ADVICE[kind]}`, { cause: error });
	}
}

class OpeningFailed extends Error {
	readonly kind: TroubleKind;

	constructor(kind: TroubleKind, detail: string = kind) {
		super(detail);
		this.kind = kind;
	}
}

async function checkPages(client: Client): Promise<void> {
	const { rows } = await client.execute('PRAGMA quick_check(1)');
	const word = String(rows[0]?.[0]);
	if (word !== 'ok') throw new OpeningFailed('damaged', word);
}

/** Whether there is a file with something in it that is no database. */
function isForeign(path: string): boolean {
	let file: number;
	try {
		file = openSync(path, 'r');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
		throw error;
	}
	try {
		const bytes = Buffer.alloc(HEADER.length);
		const length = readSync(file, bytes, 0, bytes.length, 0);
		return length > 0 && bytes.toString('latin1') !== HEADER;
	} finally {
		closeSync(file);
	}
}

const pathOf = (url: string): string =>
	url.startsWith('file://') ? fileURLToPath(url) : fileURLToPath(new URL(url.slice(5), pathToFileURL('./')));
