import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { kioskLinks } from '../db/schema/index.ts';
import { createKiosk, listKiosks, openKiosk, Revocations, revokeKiosk } from './index.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => void (test = await openTestContext()));
afterEach(() => test.close());

const supervisor = actorWithRole('supervisor');
const board = { queues: ['billing'], seconds: 10, locale: 'es' as const, theme: 'dark' as const };

it('createKiosk() shows its token once and keeps only a hash; openKiosk() takes it until it is revoked', async () => {
	const { id, token } = await createKiosk(test.ctx, supervisor, { name: 'Hall', board });
	const stored = JSON.stringify(await test.ctx.db.orm.select().from(kioskLinks));
	expect(stored).not.toContain(token);
	expect(await openKiosk(test.ctx, token)).toEqual({ id, name: 'Hall', board });
	expect((await listKiosks(test.ctx, supervisor))[0]).toMatchObject({
		name: 'Hall',
		lastUsedAt: test.clock.at,
		revokedAt: null
	});

	const revocations = new Revocations();
	const told: string[] = [];
	const stop = revocations.listen((kiosk) => void told.push(kiosk));
	expect(await revokeKiosk(test.ctx, supervisor, { kioskId: id }, revocations)).toEqual({
		status: 'revoked'
	});
	expect(told).toEqual([id]);
	expect(await openKiosk(test.ctx, token)).toBeNull();
	expect(await revokeKiosk(test.ctx, supervisor, { kioskId: id }, revocations)).toEqual({
		status: 'unknown-kiosk'
	});
	expect(told).toHaveLength(1);
	stop();
	expect(await test.audited()).toEqual(['kiosk.create', 'kiosk.revoke']);
});

it.each([undefined, null, '', 'kiosk_guess', 7, 'k'.repeat(500), { token: 'x' }])(
	'openKiosk() lets %j in nowhere',
	async (token) => {
		await createKiosk(test.ctx, supervisor, { name: 'Hall', board });
		expect(await openKiosk(test.ctx, token)).toBeNull();
	}
);

it('nobody without the right makes, lists or revokes links', async () => {
	const planner = actorWithRole('planner');
	const { id } = await createKiosk(test.ctx, supervisor, { name: 'Hall', board });
	for (const attempt of [
		() => createKiosk(test.ctx, planner, { name: 'Hall', board }),
		() => listKiosks(test.ctx, planner),
		() => listKiosks(test.ctx, null),
		() => revokeKiosk(test.ctx, planner, { kioskId: id }, new Revocations())
	])
		await expect(attempt()).rejects.toMatchObject({ status: 403 });
});

it.each([
	[{ ...board, seconds: 1 }, 'board.seconds'],
	[{ ...board, locale: 'fr' }, 'board.locale']
])('createKiosk() refuses %j', async (wrong, field) => {
	await expect(
		createKiosk(test.ctx, supervisor, { name: 'Hall', board: wrong as typeof board })
	).rejects.toThrow(field);
});
