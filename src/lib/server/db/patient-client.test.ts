import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { holdLock } from '../../../../tests/support/hold-lock.ts';
import { openDatabase, type Database } from './open-database.ts';

let folder: string;
let db: Database | null = null;
afterEach(() => {
	db?.close();
	rmSync(folder, { recursive: true, force: true });
});

const put = (key: string) => ({ sql: 'INSERT INTO settings (key, value) VALUES (?, 1)', args: [key] });

it('patientClient() waits for another process’s lock without standing still, and every later commit goes through', async () => {
	folder = mkdtempSync(join(tmpdir(), 'marea-lock-'));
	const path = join(folder, 'marea.db');
	db = await openDatabase(`file:${path}`, 'drizzle');
	const { client } = db;
	const release = await holdLock(path);
	const writes = [
		client.batch([put('a'), put('b')], 'write'),
		client.execute(put('c')),
		client.batch([put('d')])
	];
	let isDone = false;
	void Promise.all(writes).then(() => (isDone = true));
	// Reads go on, turn by turn of the loop.
	for (let i = 0; i < 20; i++) {
		await client.execute('SELECT count(*) FROM settings');
		await new Promise((done) => setTimeout(done, 5));
	}
	expect(isDone).toBe(false);
	await release();
	await Promise.all(writes);
	await client.batch([put('e')], 'write');
	const { rows } = await client.execute(
		'SELECT group_concat(key) FROM (SELECT key FROM settings ORDER BY key)'
	);
	expect(rows[0]![0]).toBe('a,b,c,d,e');
	const pragmas = await Promise.all(
		['synchronous', 'foreign_keys'].map((name) => client.execute(`PRAGMA ${name}`))
	);
	expect(pragmas.map((result) => Number(result.rows[0]![0]))).toEqual([2, 1]);
});
