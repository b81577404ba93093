import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { databaseTrouble } from '../db/database-trouble.ts';
import { checkBackup } from './check-backup.ts';
import { databasePath } from './database-path.ts';
import { syncFile } from './sync-file.ts';

export type RestoreOutcome =
	| {
			status: 'restored';
			events: number;
			lastSeq: number;
			/** Where the database that was in its place has gone; null when there was none. */
			keptAs: string | null;
	  }
	| { status: 'refused'; reason: string };

/**
 * Puts a backup in the place of the database at `url`, in one rename: at every moment there is a whole database, the
 * old one or the new. The old one is kept beside it. Refused while a server or another command has it open, and for a
 * file that is no sound backup. The next start brings an older backup to the newest schema.
 */
export async function restore(backupFile: string, url: string, nowMs: number): Promise<RestoreOutcome> {
	const backup = resolve(backupFile);
	const path = databasePath(url);
	if (backup === path) return { status: 'refused', reason: `"${backup}" is the database itself` };
	const check = await checkBackup(backup);
	if (check.status === 'unusable') return { status: 'refused', reason: check.reason };
	const held = existsSync(path) ? await takeAlone(path) : null;
	if (held === 'in use')
		return { status: 'refused', reason: `"${path}" is in use; stop the server that has it open` };
	try {
		mkdirSync(dirname(path), { recursive: true });
		const incoming = `${path}.restoring`;
		copyFileSync(backup, incoming);
		syncFile(incoming);
		const keptAs = held && `${path}.before-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
		if (keptAs) renameSync(path, keptAs);
		// Whoever tries to rescue a damaged file needs what was not folded into it.
		if (held === 'damaged' && existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${keptAs}-wal`);
		renameSync(incoming, path);
		// What an unclean end of the old one left behind belongs to the old one.
		for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
		syncFile(dirname(path));
		return { status: 'restored', events: check.events, lastSeq: check.lastSeq, keptAs };
	} finally {
		if (held !== 'damaged') held?.close();
	}
}

/**
 * Folds the write-ahead log into the file and locks it against everybody else, or tells that somebody has it open. A damaged file
 * cannot be locked, and is what a backup is put back for: a server refuses to start on it.
 */
async function takeAlone(path: string): Promise<Client | 'in use' | 'damaged'> {
	let client: Client | null = null;
	try {
		client = createClient({ url: `file:${path}`, concurrency: 1, timeout: 1_000 });
		// Leaving WAL needs every other connection to be closed, idle ones too.
		await client.execute('PRAGMA journal_mode = DELETE');
		await client.execute('PRAGMA locking_mode = EXCLUSIVE');
		await client.execute('BEGIN EXCLUSIVE');
		return client;
	} catch (error) {
		client?.close();
		if (databaseTrouble(error) === 'damaged') return 'damaged';
		if (/locked|busy/i.test((error as Error).message)) return 'in use';
		throw error;
	}
}
