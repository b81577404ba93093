import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agents, queues, sites, skills } from '../db/schema/index.ts';
import { SYSTEM } from '../context.ts';
import { authenticateKey } from './authenticate-key.ts';
import { createKey } from './create-key.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { listKeys } from './list-keys.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';
import { actorWithRole, openTestContext } from './testing.ts';

const HOUR = 3_600_000;
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
});
afterEach(() => test.close());

const who = async (key: string) => (await authenticateKey(test.ctx, `Bearer ${key}`))?.id ?? null;

describe('rotateKey()', () => {
	it('gives another secret, and takes the old one for as long as was chosen', async () => {
		const { id, key } = await createKey(test.ctx, SYSTEM, { name: 'acd', scope: 'read' });
		const rotated = await rotateKey(test.ctx, SYSTEM, { keyId: id, overlapHours: 2 });
		if (rotated.status !== 'rotated') throw new Error(rotated.status);
		expect(rotated.previousUntil).toBe(test.clock.at + 2 * HOUR);
		expect([await who(key), await who(rotated.key)]).toEqual([`key:${id}`, `key:${id}`]);
		test.clock.at += 2 * HOUR;
		expect([await who(key), await who(rotated.key)]).toEqual([null, `key:${id}`]);
		expect(await test.audited()).toEqual(['key.create', 'key.rotate']);
	});

	it('ends the oldest secret at once where it is done again, and all by revoking', async () => {
		const { id, key } = await createKey(test.ctx, SYSTEM, { name: 'acd', scope: 'read' });
		const second = await rotateKey(test.ctx, SYSTEM, { keyId: id, overlapHours: 24 });
		const third = await rotateKey(test.ctx, SYSTEM, { keyId: id, overlapHours: 24 });
		if (second.status !== 'rotated' || third.status !== 'rotated') throw new Error('not rotated');
		expect([await who(key), await who(second.key), await who(third.key)]).toEqual([
			null,
			`key:${id}`,
			`key:${id}`
		]);
		await revokeKey(test.ctx, SYSTEM, { keyId: id });
		expect([await who(second.key), await who(third.key)]).toEqual([null, null]);
		expect(await rotateKey(test.ctx, SYSTEM, { keyId: id, overlapHours: 0 })).toEqual({
			status: 'unknown-key'
		});
	});

	it('needs the right, and an overlap of at most 30 days', async () => {
		const { id } = await createKey(test.ctx, SYSTEM, { name: 'acd', scope: 'read' });
		await expect(
			rotateKey(test.ctx, actorWithRole('supervisor'), { keyId: id, overlapHours: 1 })
		).rejects.toThrow(ForbiddenError);
		await expect(rotateKey(test.ctx, SYSTEM, { keyId: id, overlapHours: 721 })).rejects.toThrow('30 days');
	});
});

it('a key expires when it was said to', async () => {
	const { key } = await createKey(test.ctx, SYSTEM, { name: 'acd', scope: 'read', expiresInDays: 30 });
	test.clock.at += 30 * 24 * HOUR - 1;
	expect(await who(key)).not.toBeNull();
	test.clock.at += 1;
	expect(await who(key)).toBeNull();
	expect(await listKeys(test.ctx, SYSTEM)).toMatchObject([{ expiresAt: test.clock.at }]);
});

it('a key of a part of the centre reads that part, and a feed is never one', async () => {
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'M', timeZone: 'UTC', createdAt: 1 });
	await orm.insert(skills).values({ id: 'es', name: 'es' });
	await orm.insert(queues).values(
		['es', 'en'].map((id) => ({
			id,
			siteId: 'main',
			name: id,
			channel: 'voice' as const,
			skillId: id === 'es' ? 'es' : null,
			createdAt: 1
		}))
	);
	await orm.insert(agents).values({ id: 'ana', siteId: 'main', name: 'Ana', createdAt: 1 });
	const part = { sites: [], teams: [], queues: ['es'] };
	const { key } = await createKey(test.ctx, SYSTEM, { name: 'bi', scope: 'read', dataScope: part });
	const actor = await authenticateKey(test.ctx, `Bearer ${key}`);
	expect(actor?.rights).toContain('live.view');
	expect(actor?.rights).not.toContain('forecast.view');
	expect([...actor!.scope!.queues]).toEqual(['es']);
	for (const scope of ['ingest'])
		await expect(createKey(test.ctx, SYSTEM, { name: 'x', scope, dataScope: part })).rejects.toThrow(
			'whole centre'
		);
});
