import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { authenticateKey } from './authenticate-key.ts';
import { can } from './can.ts';
import { createKey } from './create-key.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { listKeys } from './list-keys.ts';
import { revokeKey } from './revoke-key.ts';
import { actorWithRole, openTestContext } from './testing.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
});
afterEach(() => test.close());

describe('createKey() and revokeKey()', () => {
	it.each(['planner', 'supervisor', 'agent'] as const)('are refused for the role %s', async (role) => {
		const actor = actorWithRole(role);
		const { id } = await createKey(test.ctx, SYSTEM, { name: 'telephony', scope: 'ingest' });
		for (const act of [
			() => createKey(test.ctx, actor, { name: 'mine', scope: 'read' }),
			() => revokeKey(test.ctx, actor, { keyId: id }),
			() => listKeys(test.ctx, actor)
		])
			await expect(act()).rejects.toThrow(new ForbiddenError('keys.manage'));
		expect(await listKeys(test.ctx, SYSTEM)).toMatchObject([{ id, revokedAt: null }]);
	});

	it('keep no key, only its hash, and audit without it', async () => {
		const { key } = await createKey(test.ctx, actorWithRole('admin'), { name: 'telephony', scope: 'ingest' });
		expect(key).toMatch(/^mk_[\w-]{43}$/);
		const dump = await test.ctx.db.client.execute(
			"select group_concat(hash || name) as text from api_keys union all select group_concat(coalesce(after, '')) from audit_log"
		);
		expect(JSON.stringify(dump.rows)).not.toContain(key.slice(3));
		expect(await test.audited()).toEqual(['key.create']);
	});

	it('refuse a scope that does not exist', async () => {
		await expect(createKey(test.ctx, SYSTEM, { name: 'x', scope: 'all' })).rejects.toThrow('ingest, read');
	});
});

describe('authenticateKey()', () => {
	it('gives the rights of the scope and no others', async () => {
		const { id, key } = await createKey(test.ctx, SYSTEM, { name: 'telephony', scope: 'ingest' });
		const actor = await authenticateKey(test.ctx, `Bearer ${key}`);
		expect(actor).toMatchObject({ id: `key:${id}`, role: 'key', agentId: null });
		expect(can(actor, 'events.ingest')).toBe(true);
		expect(can(actor, 'live.view')).toBe(false);
		const reader = await createKey(test.ctx, SYSTEM, { name: 'reports', scope: 'read' });
		const reading = await authenticateKey(test.ctx, `bearer ${reader.key}`);
		expect(can(reading, 'live.view')).toBe(true);
		expect(can(reading, 'events.ingest')).toBe(false);
	});

	it('is null for no key, a wrong one, another form and a revoked one', async () => {
		const { id, key } = await createKey(test.ctx, SYSTEM, { name: 'telephony', scope: 'ingest' });
		const wrong = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
		for (const header of [null, '', key, `Basic ${key}`, 'Bearer ', `Bearer ${wrong}`, `Bearer ${key} x`])
			expect(await authenticateKey(test.ctx, header)).toBeNull();
		expect(await authenticateKey(test.ctx, `Bearer ${key}`)).not.toBeNull();
		expect(await revokeKey(test.ctx, SYSTEM, { keyId: id })).toEqual({ status: 'revoked' });
		expect(await authenticateKey(test.ctx, `Bearer ${key}`)).toBeNull();
		expect(await revokeKey(test.ctx, SYSTEM, { keyId: id })).toEqual({ status: 'unknown-key' });
		expect(await test.audited()).toEqual(['key.create', 'key.revoke']);
	});

	it('notes its use at most once a minute', async () => {
		const { key } = await createKey(test.ctx, SYSTEM, { name: 'telephony', scope: 'ingest' });
		const start = test.clock.at;
		const usedAt = async (afterMs: number) => {
			test.clock.at = start + afterMs;
			await authenticateKey(test.ctx, `Bearer ${key}`);
			const [row] = await test.ctx.db.orm.select().from(apiKeys);
			return row!.lastUsedAt! - start;
		};
		expect(await usedAt(0)).toBe(0);
		expect(await usedAt(59_999)).toBe(0);
		expect(await usedAt(60_000)).toBe(60_000);
	});
});
