import { openSync, readSync, closeSync, existsSync } from 'node:fs';
import { createClient } from '@libsql/client';

export type BackupCheck =
	{ status: 'sound'; events: number; lastSeq: number } | { status: 'unusable'; reason: string };

const HEADER = 'SQLite format 3\0';

/** Whether a file is a whole Marea database, by SQLite's own check of every page and by its tables. Changes nothing. */
export async function checkBackup(file: string): Promise<BackupCheck> {
	const unusable = (reason: string): BackupCheck => ({ status: 'unusable', reason });
	if (!existsSync(file)) return unusable(`there is no file "${file}"`);
	if (headerOf(file) !== HEADER) return unusable(`"${file}" is not a database`);
	const client = createClient({ url: `file:${file}`, concurrency: 1 });
	try {
		const found = await client.execute('PRAGMA quick_check(1)');
		const word = String(found.rows[0]?.[0]);
		if (word !== 'ok') return unusable(`"${file}" is damaged: ${word}`);
		const tables = await client.execute(
			`SELECT count(*) FROM sqlite_master WHERE name IN ('event_log', '__drizzle_migrations')`
		);
		if (Number(tables.rows[0]![0]) !== 2) return unusable(`"${file}" is a database, but not Marea's`);
		const log = await client.execute('SELECT count(*), max(seq) FROM event_log');
		return { status: 'sound', events: Number(log.rows[0]![0]), lastSeq: Number(log.rows[0]![1] ?? 0) };
	} catch (error) {
		return unusable(`"${file}" is damaged: ${(error as Error).message}`);
	} finally {
		client.close();
	}
}

function headerOf(file: string): string {
	const bytes = Buffer.alloc(HEADER.length);
	const handle = openSync(file, 'r');
	readSync(handle, bytes, 0, bytes.length, 0);
	closeSync(handle);
	return bytes.toString('latin1');
}
