import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/sqlite3';
import { drizzle } from 'drizzle-orm/libsql/sqlite3';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { scoreText } from '#lib/server/conversations/index.ts';
import { openDatabase, type Database } from '#lib/server/db/open-database.ts';
import { readBatch } from '#lib/server/ingest/index.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { makeBatch } from '../support/faults/make-batch.ts';
import { runMarea } from '../support/run-marea.ts';
import { seededRandom } from '../support/seeded-random.ts';

interface Journal {
	entries: { idx: number; tag: string }[];
}

const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;
const folder = mkdtempSync(join(tmpdir(), 'marea-migrations-'));
const today = join(folder, 'today.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contextOf = (db: Database): Context => ({ db, now: Date.now });
type Opened = Pick<Database, 'client'>;
const count = async ({ client }: Opened, table: string): Promise<number> =>
	Number((await client.execute(`SELECT count(*) FROM "${table}"`)).rows[0]![0]);
const names = async ({ client }: Opened, sql: string): Promise<string[]> =>
	(await client.execute(sql)).rows.map((row) => String(row.name));
const tablesOf = (db: Opened, schema = 'main'): Promise<string[]> =>
	names(
		db,
		`SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'`
	);

/** A centre of today with events, words, people, keys and what is written about them. */
beforeAll(async () => {
	const db = await openDatabase(`file:${today}`, 'drizzle');
	const centre = await Centre.open(contextOf(db), scoreText);
	const random = seededRandom(9);
	const words = ['I am very angry, this is terrible', 'gracias, todo perfecto', 'I want a person now'];
	for (let n = 1; n <= 6; n++) {
		const messages = words.map((text, i) => ({
			...{ specversion: '1.0', id: `m${n}-${i}`, source: 'fault-test', type: 'marea.message' },
			time: new Date().toISOString(),
			data: { contact: `c${n * 20 - i}`, channel: 'chat', party: 'customer', text, customer: `p${n}` }
		}));
		const { events, rejected } = await readBatch(JSON.stringify([...makeBatch(random, n), ...messages]));
		expect(rejected).toEqual([]);
		await centre.ingest.accept(SYSTEM, events);
	}
	await centre.stop();
	db.close();
	const onIt = ['--db', `file:${today}`];
	for (const args of [
		['key', 'add', '--name', 'feed', '--scope', 'ingest', ...onIt],
		[
			'user',
			'add',
			'--email',
			'a@b.org',
			'--name',
			'A',
			'--role',
			'admin',
			'--password',
			'long enough pw',
			...onIt
		]
	]) {
		const { code, stderr } = await runMarea(args);
		expect(code, stderr).toBe(0);
	}
}, 120_000);

/** A folder with the migrations up to one, as the release of then brought them. */
function migrationsUpTo(index: number): string {
	const until = join(folder, `until-${index}`);
	mkdirSync(join(until, 'meta'), { recursive: true });
	const entries = journal.entries.filter(({ idx }) => idx <= index);
	writeFileSync(join(until, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
	for (const { tag } of entries) copyFileSync(`drizzle/${tag}.sql`, join(until, `${tag}.sql`));
	return until;
}

/** How the folding counted in the release of each schema; those that are not named count as today. */
const FOLD_VERSIONS: Record<string, string | null> = { '0000_start': null, '0001_planning-and-alerts': '1' };

/** A database of the schema of then, without what today's code sets up on opening. */
async function openThen(url: string, index: number): Promise<{ client: Client }> {
	const client = createClient({ url, concurrency: 1 });
	await migrate(drizzle(client), { migrationsFolder: migrationsUpTo(index) });
	return { client };
}

/** Says in the settings what the release of then said about its stored folds. */
async function setFoldVersion({ client }: Opened, tag: string): Promise<void> {
	const version = FOLD_VERSIONS[tag];
	if (version === undefined) return;
	if (version === null) await client.execute("DELETE FROM settings WHERE key = 'stored_folds'");
	else
		await client.execute({
			sql: "UPDATE settings SET value = json_set(value, '$.version', CAST(? AS INTEGER)) WHERE key = 'stored_folds'",
			args: [version]
		});
}

/** Lays today's rows into the schema of then, as far as it had the columns. */
async function fill(db: Opened): Promise<void> {
	const { client } = db;
	await client.execute('PRAGMA foreign_keys = OFF');
	await client.execute(`ATTACH '${today}' AS today`);
	const now = new Set(await tablesOf(db, 'today'));
	for (const table of (await tablesOf(db)).filter((name) => now.has(name))) {
		const own = await names(db, `SELECT name FROM pragma_table_info('${table}')`);
		const theirs = new Set(await names(db, `SELECT name FROM pragma_table_info('${table}', 'today')`));
		const columns = own
			.filter((name) => theirs.has(name))
			.map((name) => `"${name}"`)
			.join(', ');
		await client.execute(`DELETE FROM main."${table}"`);
		await client.execute(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM today."${table}"`);
	}
	await client.execute('DETACH today');
}

it.each(journal.entries.map(({ idx, tag }) => [tag, idx] as const))(
	'a database of the schema %s with rows in it comes forward whole, and verify holds',
	async (tag, idx) => {
		const url = `file:${join(folder, `${tag}.db`)}`;
		const then = await openThen(url, idx);
		await fill(then);
		await setFoldVersion(then, tag);
		const before = new Map<string, number>();
		for (const table of await tablesOf(then)) before.set(table, await count(then, table));
		expect([...before.values()].filter((rows) => rows > 0).length).toBeGreaterThan(8);
		then.client.close();

		const db = await openDatabase(url, 'drizzle');
		try {
			for (const [table, rows] of before) expect(await count(db, table), table).toBe(rows);
			expect((await db.client.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
			expect((await db.client.execute('PRAGMA integrity_check')).rows[0]![0]).toBe('ok');
			const centre = await Centre.open(contextOf(db), scoreText);
			await centre.recalled();
			await centre.stop();
			const report = await verifyLog(contextOf(db), SYSTEM);
			expect(report.events).toBe(before.get('event_log'));
			expect(report.contacts).toBeGreaterThan(50);
			expect(report.differences.slice(0, 5)).toEqual([]);
			expect(report.pending).toBe(0);
		} finally {
			db.close();
		}
	},
	60_000
);
