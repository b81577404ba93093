import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CommandRow } from '#lib/contracts/commands.ts';
import type { Role } from '#lib/contracts/terms.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { LiveCommands } from '../commands/index.ts';
import { serveCommands } from './serve-commands.ts';
import { fakeHub } from './testing.ts';

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
	const { connect, rooms, sent, stop } = fakeHub(serveCommands);
	const { ask } = connect(actorWithRole(role));
	return { join: () => ask('commands:join'), rooms, sent, stop };
}

it('commands:join is refused without the right, and nothing follows', async () => {
	const agent = connect('agent');
	expect(await agent.join()).toEqual({ ok: false, error: 'Following actions needs the right "live.view".' });
	expect([agent.rooms.size, agent.sent]).toEqual([0, []]);
	agent.stop();
});

it('commands:join answers the latest, and the room is told of each that is new or answered', async () => {
	const supervisor = connect('supervisor');
	expect(await supervisor.join()).toEqual({ ok: true, latest: [] });
	const help = { kind: 'help.ask' as const, payload: { text: 'two more on billing' } };
	const { id } = await commands.request(actorWithRole('supervisor'), help);
	const answer = { source: 'acd', id: '1', type: 'marea.command.confirmed', at: test.clock.at };
	await commands.observe([{ ...answer, data: { command: id } as object }]);
	expect(supervisor.sent.map(([room, name, body]) => [room, name, (body as CommandRow).state])).toEqual([
		['commands', 'command:update', 'requested'],
		['commands', 'command:update', 'confirmed']
	]);
	supervisor.stop();
	await commands.request(actorWithRole('supervisor'), help);
	expect(supervisor.sent).toHaveLength(2);
});
