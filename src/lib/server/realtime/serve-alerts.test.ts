import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Role } from '#lib/contracts/terms.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { LiveAlerts } from '../alerts/index.ts';
import type { Hub } from './attach-realtime.ts';
import { serveAlerts } from './serve-alerts.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let test: Awaited<ReturnType<typeof openTestContext>>;
let alerts: LiveAlerts;
beforeEach(async () => {
	test = await openTestContext();
	alerts = await LiveAlerts.open(test.ctx, { timeZone: 'UTC', locale: 'en' });
	current.runtime = { ctx: test.ctx, watch: { alerts } };
});
afterEach(() => test.close());

/** A hub with one socket, of somebody in this role. */
function connect(role: Role) {
	const rooms: string[] = [];
	const sent: unknown[] = [];
	const hub = Object.assign(new EventEmitter(), {
		to: (room: string) => ({ emit: (name: string, body: unknown) => sent.push([room, name, body]) })
	});
	const stop = serveAlerts(hub as unknown as Hub);
	const socket = Object.assign(new EventEmitter(), {
		data: { actor: actorWithRole(role) },
		join: async (room: string) => void rooms.push(room)
	});
	hub.emit('connection', socket);
	const join = () => new Promise((done) => socket.emit('alerts:join', done));
	return { join, rooms, sent, stop };
}

it('alerts:join is refused without the right, and nothing follows', async () => {
	const agent = connect('agent');
	expect(await agent.join()).toEqual({ ok: false, error: 'Following alerts needs the right "alerts.view".' });
	expect(agent.rooms).toEqual([]);
	agent.stop();
});

it('alerts:join answers the open alerts, and the room is told of changes until the hub is taken off', async () => {
	const supervisor = connect('supervisor');
	expect(await supervisor.join()).toEqual({ ok: true, open: [] });
	expect(supervisor.rooms).toEqual(['alerts']);
	await alerts.announce();
	expect(supervisor.sent).toEqual([['alerts', 'alerts:open', []]]);
	supervisor.stop();
	await alerts.announce();
	expect(supervisor.sent).toHaveLength(1);
});
