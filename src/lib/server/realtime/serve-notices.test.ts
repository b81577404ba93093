import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { tell } from '../notices/index.ts';
import type { Hub } from './attach-realtime.ts';
import { serveNotices } from './serve-notices.ts';

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

/** A hub of rooms, enough to see who is sent what. */
function openHub() {
	const rooms = new Map<string, EventEmitter[]>();
	const hub = Object.assign(new EventEmitter(), {
		sockets: { adapter: { rooms } },
		to: (room: string) => ({
			emit: (name: string, list: unknown) =>
				rooms.get(room)?.forEach((socket) => socket.emit(`sent:${name}`, list))
		})
	});
	const stop = serveNotices(hub as unknown as Hub);
	const connect = (actor: Partial<Actor>) => {
		const sent: unknown[] = [];
		const socket: EventEmitter = Object.assign(new EventEmitter(), {
			data: { actor: { ...actorWithRole('agent'), ...actor } },
			join: async (room: string) => void rooms.set(room, [...(rooms.get(room) ?? []), socket])
		});
		socket.on('sent:notices:list', (list) => sent.push(list));
		hub.emit('connection', socket);
		/** A client that asks for another's by an argument is answered with its own. */
		const join = (...asked: unknown[]) =>
			new Promise<unknown>((done) => socket.emit('notices:join', ...asked, done));
		return { join, sent };
	};
	return { connect, rooms, stop };
}

it('a notice reaches the person’s own sockets and nobody else’s', async () => {
	const { connect, stop } = openHub();
	const ana = connect({ id: 'user:ana' });
	const ben = connect({ id: 'user:ben' });
	expect(await ana.join()).toEqual({ ok: true, list: { unread: 0, latest: [] } });
	await ben.join();
	await tell(test.ctx, ['ana'], 'kudos.given', { by: 'Carla' }, '/me');
	await vi.waitFor(() => expect(ana.sent).toMatchObject([{ unread: 1, latest: [{ kind: 'kudos.given' }] }]));
	expect(ben.sent).toEqual([]);
	stop();
	await tell(test.ctx, ['ana'], 'kudos.given', { by: 'Carla' }, '/me');
	expect(ana.sent).toHaveLength(1);
});

it.each(['key:k1', 'kiosk:k1'])('%s is refused and joins no room', async (id) => {
	const { connect, rooms } = openHub();
	expect(await connect({ id }).join()).toMatchObject({ ok: false });
	expect(rooms.size).toBe(0);
});
