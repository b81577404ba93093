import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Role } from '#lib/contracts/terms.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { LiveCommands } from '../commands/index.ts';
import type { Hub } from './attach-realtime.ts';
import { serveCommands } from './serve-commands.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let test: Awaited<ReturnType<typeof openTestContext>>;
let commands: LiveCommands;
beforeEach(async () => {
	test = await openTestContext();
	commands = await LiveCommands.open(test.ctx, async () => undefined);
	current.runtime = { ctx: test.ctx, watch: { commands } };
});
afterEach(() => test.close());

/** A hub with one socket, of somebody in this role. */
function connect(role: Role) {
	const sent: [room: string, name: string, body: { state: string }][] = [];
	const hub = Object.assign(new EventEmitter(), {
		to: (room: string) => ({
			emit: (name: string, body: { state: string }) => sent.push([room, name, body])
		})
	});
	const stop = serveCommands(hub as unknown as Hub);
	const rooms: string[] = [];
	const socket = Object.assign(new EventEmitter(), {
		data: { actor: actorWithRole(role) },
		join: async (room: string) => void rooms.push(room)
	});
	hub.emit('connection', socket);
	return { join: () => new Promise((done) => socket.emit('commands:join', done)), rooms, sent, stop };
}

it('commands:join is refused without the right, and nothing follows', async () => {
	const agent = connect('agent');
	expect(await agent.join()).toEqual({ ok: false, error: 'Following actions needs the right "live.view".' });
	expect(agent.rooms).toEqual([]);
	agent.stop();
});

it('commands:join answers the latest, and the room is told of each that is new or answered', async () => {
	const supervisor = connect('supervisor');
	expect(await supervisor.join()).toEqual({ ok: true, latest: [] });
	const help = { kind: 'help.ask' as const, payload: { text: 'two more on billing' } };
	const { id } = await commands.request(actorWithRole('supervisor'), help);
	const answer = { source: 'acd', id: '1', type: 'marea.command.confirmed', at: test.clock.at };
	await commands.observe([{ ...answer, data: { command: id } as object }]);
	expect(supervisor.sent.map(([room, name, { state }]) => [room, name, state])).toEqual([
		['commands', 'command:update', 'requested'],
		['commands', 'command:update', 'confirmed']
	]);
	supervisor.stop();
	await commands.request(actorWithRole('supervisor'), help);
	expect(supervisor.sent).toHaveLength(2);
});
