import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { tell } from '../notices/index.ts';
import { serveNotices } from './serve-notices.ts';
import { fakeHub } from './testing.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	current.runtime = { ctx: test.ctx };
	const at = new Date(1);
	await test.ctx.db.orm.insert(users).values(
		['ana', 'ben'].map((id) => ({
			id,
			name: id,
			email: `${id}@example.org`,
			createdAt: at,
			updatedAt: at
		}))
	);
});
afterEach(() => test.close());

function openHub() {
	const { connect, rooms, stop } = fakeHub(serveNotices);
	return {
		connect: (actor: Partial<Actor>) => {
			const { ask, heard } = connect({ ...actorWithRole('agent'), ...actor });
			return { join: () => ask('notices:join'), sent: () => heard().map(([, , list]) => list) };
		},
		rooms,
		stop
	};
}

it('a notice reaches the person’s own sockets and nobody else’s', async () => {
	const { connect, stop } = openHub();
	const ana = connect({ id: 'user:ana' });
	const ben = connect({ id: 'user:ben' });
	expect(await ana.join()).toEqual({ ok: true, list: { unread: 0, latest: [] } });
	await ben.join();
	await tell(test.ctx, ['ana'], 'kudos.given', { by: 'Carla' }, '/me');
	await vi.waitFor(() =>
		expect(ana.sent()).toMatchObject([{ unread: 1, latest: [{ kind: 'kudos.given' }] }])
	);
	expect(ben.sent()).toEqual([]);
	stop();
	await tell(test.ctx, ['ana'], 'kudos.given', { by: 'Carla' }, '/me');
	expect(ana.sent()).toHaveLength(1);
});

it.each(['key:k1', 'kiosk:k1'])('%s is refused and joins no room', async (id) => {
	const { connect, rooms } = openHub();
	expect(await connect({ id }).join()).toMatchObject({ ok: false });
	expect(rooms.size).toBe(0);
});
