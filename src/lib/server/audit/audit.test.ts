import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestContext } from '../access/testing.ts';
import { SYSTEM, type Context } from '../context.ts';
import { log } from '../log.ts';
import { runFrom } from '../origin.ts';
import { GENESIS } from './chain.ts';
import {
	AuditSealer,
	recordAudit,
	redactAudit,
	purgeAudit,
	sealAudit,
	verifyAudit,
	auditHead
} from './index.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: Context;
beforeEach(async () => {
	test = await openTestContext();
	ctx = test.ctx;
});
afterEach(() => test.close());

const write = (n: number, note = 'plain') =>
	recordAudit(
		ctx,
		{ id: 'user:ana' },
		{ action: 'queue.update', subject: `queue:${n}`, before: { n: n - 1 }, after: { n, note } }
	);
async function writeMany(count: number) {
	for (let n = 1; n <= count; n++) await write(n);
	await sealAudit(ctx);
}
/** What someone with the file and no trigger can do. */
async function tamper(...statements: string[]) {
	await ctx.db.client.batch(
		['INSERT INTO audit_permits (id) VALUES (1)', ...statements, 'DELETE FROM audit_permits'],
		'write'
	);
}
const broken = async () => (await verifyAudit(ctx)).broken;

describe('the audit', () => {
	it('refuses change, removal and replacement of what stands in it', async () => {
		await writeMany(2);
		for (const sql of [
			`UPDATE audit_log SET actor = 'x'`,
			'DELETE FROM audit_log WHERE id = 2',
			`INSERT OR REPLACE INTO audit_log (id, at, actor, action, subject) VALUES (1, 0, 'x', 'x', 'x')`,
			`UPDATE audit_seals SET hash = 'x'`,
			'DELETE FROM audit_seals',
			`INSERT OR REPLACE INTO audit_seals (entry_id, hash, digests, salts) VALUES (1, 'x', '[]', '[]')`
		])
			await expect(ctx.db.client.execute(sql), sql).rejects.toThrow('append-only');
		expect(await verifyAudit(ctx)).toMatchObject({ entries: 2, unsealed: 0, broken: null });
	});

	it('seals entries that several writers and sealers bring at once, each once and in order', async () => {
		await Promise.all(
			Array.from({ length: 40 }, async (_, n) => {
				await write(n);
				await sealAudit(ctx);
			})
		);
		await sealAudit(ctx);
		expect(await verifyAudit(ctx)).toMatchObject({ entries: 40, unsealed: 0, broken: null });
		await write(41);
		expect(await verifyAudit(ctx)).toMatchObject({ entries: 40, unsealed: 1, broken: null });
	});

	it.each([
		['a changed value', `UPDATE audit_log SET "after" = '{"n":9}' WHERE id = 3`, 3, '"after" is not'],
		['a changed actor', `UPDATE audit_log SET actor = 'user:eva' WHERE id = 2`, 2, '"actor" is not'],
		['a changed time', 'UPDATE audit_log SET at = at + 1 WHERE id = 4', 4, 'not what was sealed'],
		['a changed action', `UPDATE audit_log SET action = 'queue.add' WHERE id = 4`, 4, 'not what was sealed'],
		['an entry taken out', 'DELETE FROM audit_log WHERE id = 3', 3, 'removed'],
		[
			'an entry and its seal taken out',
			'DELETE FROM audit_log WHERE id = 3;DELETE FROM audit_seals WHERE entry_id = 3',
			3,
			'removed'
		],
		['the first entry taken out', 'DELETE FROM audit_log WHERE id = 1', 1, 'removed'],
		[
			'the end cut off',
			'DELETE FROM audit_log WHERE id > 4;DELETE FROM audit_seals WHERE entry_id > 4',
			5,
			'removed'
		],
		[
			'two entries exchanged',
			`UPDATE audit_log SET id = -1 WHERE id = 2;UPDATE audit_log SET id = 2 WHERE id = 3;UPDATE audit_log SET id = 3 WHERE id = -1`,
			2,
			'not what was sealed'
		],
		['a seal taken away', 'DELETE FROM audit_seals WHERE entry_id = 2', 2, 'no seal'],
		[
			'words erased without an entry',
			`INSERT INTO audit_redactions (erasure, entry_id, field, digest) SELECT 'e', 2, 'after', digests ->> 3 FROM audit_seals WHERE entry_id = 2`,
			2,
			'no entry says so'
		]
	])('names the first entry that %s broke', async (_, sql, id, problem) => {
		await writeMany(6);
		expect(await broken()).toBeNull();
		await tamper(...sql.split(';'));
		expect(await broken()).toMatchObject({ id, problem: expect.stringContaining(problem) as string });
	});

	it('written anew as a whole shows only against a head that was kept elsewhere', async () => {
		await writeMany(4);
		const kept = (await auditHead(ctx))!;
		await writeMany(2);
		expect((await verifyAudit(ctx, kept)).broken).toBeNull();
		await tamper(`UPDATE audit_log SET actor = 'user:eva' WHERE id = 3`, 'DELETE FROM audit_seals');
		await sealAudit(ctx);
		expect(await broken()).toBeNull();
		expect((await verifyAudit(ctx, kept)).broken).toMatchObject({ id: 4 });
		expect((await verifyAudit(ctx, { id: 99, hash: kept.hash })).broken).toMatchObject({ id: 7 });
	});

	it('stays provable when words are erased, twice too, and what stands there instead is sealed as well', async () => {
		await writeMany(3);
		const erase = async (value: string) => {
			const { statements, account } = await redactAudit(ctx, [{ entryId: 2, field: 'after', value }]);
			const entry = recordAudit(ctx, SYSTEM, {
				action: 'customer.erase',
				subject: 'customer:x',
				after: account
			}).toSQL();
			await ctx.db.client.batch([...statements, { sql: entry.sql, args: entry.params as string[] }], 'write');
		};
		await erase('{"n":2,"note":"[erased]"}');
		expect(await broken()).toBeNull();
		await erase('{"n":2}');
		await sealAudit(ctx);
		expect(await verifyAudit(ctx)).toMatchObject({ entries: 5, erasedFields: 1, broken: null });
		// The digest of what was there stays, but with its salt gone nothing can be tried against it.
		const { rows } = await ctx.db.client.execute('SELECT digests, salts FROM audit_seals WHERE entry_id = 2');
		const { fieldDigest } = await import('./chain.ts');
		const [digests, salts] = [rows[0]!.digests, rows[0]!.salts].map(
			(text) => JSON.parse(String(text)) as string[]
		);
		expect(digests![3]).not.toBe(fieldDigest('after', '{"n":2,"note":"plain"}', salts![3]!));
		await tamper(`UPDATE audit_log SET "after" = '{"n":7}' WHERE id = 2`);
		expect(await broken()).toMatchObject({ id: 2 });
	});

	it('goes on from where the retention took entries away, and says from when on it is whole', async () => {
		await writeMany(3);
		test.clock.at += 10_000;
		await writeMany(2);
		const { statements, account, count } = await purgeAudit(ctx, ctx.now());
		const entry = recordAudit(ctx, SYSTEM, {
			action: 'audit.purge',
			subject: 'site',
			after: account
		}).toSQL();
		await ctx.db.client.batch([...statements, { sql: entry.sql, args: entry.params as string[] }], 'write');
		expect(count).toBe(3);
		expect(await verifyAudit(ctx)).toMatchObject({ entries: 2, unsealed: 1, purgedTo: 3, broken: null });
		await sealAudit(ctx);
		expect(await verifyAudit(ctx)).toMatchObject({ entries: 3, unsealed: 0, broken: null });
		const against = async (id: number, hash: string) => (await verifyAudit(ctx, { id, hash })).broken;
		expect(await against(3, account!.purgedHash)).toBeNull();
		expect(await against(3, GENESIS)).toMatchObject({ id: 3 });
		expect(await against(2, GENESIS)).toMatchObject({
			id: 2,
			problem: expect.stringContaining('newer') as string
		});
		await tamper(
			'DELETE FROM audit_log WHERE id <= 5',
			'DELETE FROM audit_seals WHERE entry_id <= 5',
			`UPDATE settings SET value = json_set(value, '$.id', 5) WHERE key = 'audit_anchor'`
		);
		expect(await broken()).toMatchObject({ id: 6 });
	});

	it('says from where: the door, the address and the request, and the system’s own work is its own', async () => {
		await runFrom({ channel: 'api', address: '10.0.0.7', requestId: 'r1' }, async () => {
			await write(1);
			await recordAudit(ctx, SYSTEM, { action: 'job.start', subject: 'job:1' });
		});
		await write(2);
		const { rows } = await ctx.db.client.execute(
			'SELECT channel, address, request_id FROM audit_log ORDER BY id'
		);
		expect(rows.map((row) => ({ ...row }))).toMatchObject([
			{ channel: 'api', address: '10.0.0.7', request_id: 'r1' },
			{ channel: 'system', address: null, request_id: null },
			{ channel: 'system', address: null }
		]);
	});
});

it('AuditSealer tells of a database that cannot be written once, and once that it can again', async () => {
	const [failed, mended] = [vi.spyOn(log, 'error'), vi.spyOn(log, 'info')];
	failed.mockImplementation(() => undefined);
	const sealer = new AuditSealer(ctx);
	await recordAudit(ctx, SYSTEM, { action: 'job.start', subject: 'job:1' });
	const batch = vi.spyOn(ctx.db.client, 'batch').mockRejectedValue(new Error('SQLITE_BUSY: locked'));
	for (let second = 0; second < 3; second++) await sealer.seal();
	expect(failed).toHaveBeenCalledTimes(1);
	batch.mockRestore();
	for (let second = 0; second < 2; second++) await sealer.seal();
	expect(mended).toHaveBeenCalledTimes(1);
	expect(await verifyAudit(ctx)).toMatchObject({ entries: 1, unsealed: 0 });
	vi.restoreAllMocks();
});
