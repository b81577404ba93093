import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oppositeOf, type CommandState } from '#lib/contracts/commands.ts';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { RIGHTS_OF_KEY_SCOPE } from '#lib/contracts/rights.ts';
import { createKey, ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, agentSkills, deliveries, queues, sites, skills, users } from '../db/schema/index.ts';
import { addWebhook } from '../delivery/index.ts';
import { askForAll } from './ask-for-all.ts';
import type { CommandInput } from './command-input.ts';
import { listCommands } from './list-commands.ts';
import { LiveCommands } from './live-commands.ts';
import { readStanding } from './read-standing.ts';

const supervisor = actorWithRole('supervisor');
const toBreak: CommandInput = {
	kind: 'agent.state',
	payload: { agent: 'ana', state: 'break' },
	reason: 'late lunch'
};
let test: Awaited<ReturnType<typeof openTestContext>>;
let live: LiveCommands;
/** What went into the event log, each once. */
let logged: Map<string, IncomingEvent>;
const open = () =>
	LiveCommands.open(test.ctx, async (events) => {
		for (const event of events) if (!logged.has(event.id)) logged.set(event.id, event);
	});

beforeEach(async () => {
	test = await openTestContext();
	logged = new Map();
	const { orm } = test.ctx.db;
	const at = { createdAt: 0 };
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', ...at });
	await orm.insert(skills).values([
		{ id: 'billing', name: 'Billing' },
		{ id: 'support', name: 'Support' }
	]);
	await orm.insert(queues).values(
		['billing', 'support'].map((id) => ({
			id,
			siteId: 'main',
			name: id,
			channel: 'voice' as const,
			skillId: id,
			...at
		}))
	);
	await orm.insert(agents).values({ id: 'ana', siteId: 'main', name: 'Ana', ...at });
	await orm.insert(agentSkills).values({ agentId: 'ana', skillId: 'billing' });
	live = await open();
});
afterEach(() => test.close());

const states = async (): Promise<CommandState[]> =>
	(await listCommands(test.ctx, supervisor, { oldestFirst: true })).map(({ state }) => state);
const said = (type: string, data: object, at = test.clock.at): IncomingEvent => ({
	source: 'acd',
	id: `${type} ${at}`,
	type,
	at,
	data: data as IncomingEvent['data']
});

describe('LiveCommands', () => {
	it('stores a request, puts it into the log, tells the webhooks of commands and writes it down', async () => {
		const admin = actorWithRole('admin');
		const hook = { name: 'acd', url: 'https://example.org/hook' };
		await addWebhook(test.ctx, admin, { ...hook, topics: ['command'] });
		await addWebhook(test.ctx, admin, { ...hook, topics: ['alert'] });
		const row = await live.request(supervisor, toBreak);
		expect(row).toMatchObject({ state: 'requested', subject: 'agent:ana', origin: 'hand' });
		expect([...logged.values()]).toMatchObject([
			{
				source: 'marea',
				type: 'marea.command.requested',
				data: { command: row.id, agent: 'ana', state: 'break' }
			}
		]);
		const sent = await test.ctx.db.orm.select().from(deliveries);
		expect(sent.map(({ payload }) => (payload as { type: string }).type)).toEqual([
			'marea.command.requested'
		]);
		expect(await test.audited()).toContain('command.agent.state');
	});

	it('is confirmed by the word of the telephony side, or refused with its reason; the first answer stands', async () => {
		const [first, second] = [
			await live.request(supervisor, toBreak),
			await live.request(supervisor, toBreak)
		];
		await live.observe([said('marea.command.confirmed', { command: first.id })]);
		await live.observe([said('marea.command.refused', { command: second.id, text: 'on a call' })]);
		await live.observe([said('marea.command.confirmed', { command: second.id })]);
		const rows = await listCommands(test.ctx, supervisor, { oldestFirst: true });
		expect(new Map(rows.map(({ id, state, answer }) => [id, [state, answer]]))).toEqual(
			new Map([
				[first.id, ['confirmed', null]],
				[second.id, ['refused', 'on a call']]
			])
		);
	});

	it('is confirmed by the state that was asked for, not by another agent’s, another state or an earlier one', async () => {
		await live.request(supervisor, toBreak);
		const state = (data: object, at?: number) => said('marea.agent.state', data, at);
		await live.observe([
			state({ agent: 'eva', state: 'break' }),
			state({ agent: 'ana', state: 'lunch' }),
			state({ agent: 'ana', state: 'break' }, test.clock.at - 60_000)
		]);
		expect(await states()).toEqual(['requested']);
		await live.observe([state({ agent: 'ana', state: 'break' }, test.clock.at + 500)]);
		expect(await states()).toEqual(['confirmed']);
	});

	it('expires without an answer, and takes a late one', async () => {
		const { id } = await live.request(supervisor, toBreak);
		const told: CommandState[] = [];
		live.listen(({ state }) => told.push(state));
		await live.expire();
		test.clock.at += 61_000;
		await live.expire();
		expect(await states()).toEqual(['expired']);
		await live.observe([said('marea.command.confirmed', { command: id })]);
		expect(told).toEqual(['expired', 'confirmed']);
		expect(await states()).toEqual(['confirmed']);
	});

	it('is taken up after a restart: still open, in the log once', async () => {
		const { id } = await live.request(supervisor, toBreak);
		const again = await open();
		expect(logged.size).toBe(1);
		await again.observe([said('marea.agent.state', { agent: 'ana', state: 'break' })]);
		expect(await listCommands(test.ctx, supervisor)).toMatchObject([{ id, state: 'confirmed' }]);
	});

	it.each<[string, CommandInput, string]>([
		[
			'an agent there is not',
			{ ...toBreak, payload: { agent: 'zoe', state: 'break' } } as CommandInput,
			'no agent "zoe"'
		],
		[
			'a queue whose skill the agent lacks',
			{ kind: 'agent.queues', payload: { agent: 'ana', queues: ['billing', 'support'] } },
			'"ana" lacks the skill "support"'
		],
		[
			'a queue twice',
			{ kind: 'agent.queues', payload: { agent: 'ana', queues: ['billing', 'billing'] } },
			'once'
		],
		[
			'a priority of none',
			{ kind: 'queue.priority', payload: { queue: 'billing', priority: 0 } },
			'priority'
		],
		['a transfer to nobody', { kind: 'contact.transfer', payload: { contact: 'c' } }, 'a queue or an agent'],
		['help without words', { kind: 'help.ask', payload: { text: ' ' } }, 'text']
	])('refuses %s', async (_, input, message) => {
		const asked = live.request(supervisor, input);
		await expect(asked).rejects.toThrow(InvalidInputError);
		await expect(asked).rejects.toThrow(message);
		expect(await states()).toEqual([]);
		expect(logged.size).toBe(0);
	});

	it('is the supervisor’s to ask, and read by the floor and its sources alone', async () => {
		for (const role of ['planner', 'agent'] as const)
			await expect(live.request(actorWithRole(role), toBreak)).rejects.toThrow(ForbiddenError);
		await expect(listCommands(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
		const source = { id: 'key:1', role: 'key' as const, agentId: null, rights: ['events.ingest'] };
		expect(await listCommands(test.ctx, source)).toEqual([]);
	});

	it('keeps how it was, so that the opposite can be asked for: state, queues, priority', async () => {
		live = await LiveCommands.open(
			test.ctx,
			async () => undefined,
			(agent) => (agent === 'ana' ? 'handling' : null)
		);
		const asked = async (input: CommandInput) => oppositeOf(await live.request(supervisor, input));
		const confirm = async (input: CommandInput) => {
			test.clock.at += 1_000;
			const { id } = await live.request(supervisor, input);
			await live.observe([said('marea.command.confirmed', { command: id })]);
		};
		const move = (queues: string[]): CommandInput => ({
			kind: 'agent.queues',
			payload: { agent: 'ana', queues }
		});
		const weigh = (priority: number): CommandInput => ({
			kind: 'queue.priority',
			payload: { queue: 'billing', priority }
		});
		// Who is on a contact is available to the next one afterwards.
		expect(await asked(toBreak)).toEqual({
			kind: 'agent.state',
			payload: { agent: 'ana', state: 'available' }
		});
		expect(await asked(move([]))).toMatchObject({ payload: { queues: ['billing'] } });
		expect(await asked(weigh(5))).toMatchObject({ payload: { priority: 1 } });
		await confirm(move([]));
		await confirm(weigh(7));
		expect(await asked(move(['billing']))).toMatchObject({ payload: { queues: [] } });
		expect(await asked(weigh(5))).toMatchObject({ payload: { priority: 7 } });
		expect(await readStanding(test.ctx)).toEqual({ queuesOf: { ana: [] }, priorityOf: { billing: 7 } });
		expect(await asked({ kind: 'help.ask', payload: { text: 'outage' } })).toBeNull();
	});

	it('keeps a note at once: logged, sent and written down, with nothing to wait for', async () => {
		const note: CommandInput = { kind: 'note.leave', payload: { agent: 'ana', text: 'new to billing' } };
		const row = await live.request(supervisor, note);
		expect(row).toMatchObject({ state: 'confirmed', subject: 'agent:ana' });
		test.clock.at += 120_000;
		await live.expire();
		expect(await states()).toEqual(['confirmed']);
		expect([...logged.values()]).toMatchObject([{ data: { kind: 'note.leave', text: 'new to billing' } }]);
		expect(await test.audited()).toEqual(['command.note.leave']);
		await expect(live.request(actorWithRole('planner'), note)).rejects.toThrow(ForbiddenError);
		await expect(
			live.request(supervisor, { kind: 'note.leave', payload: { text: 'about nothing' } })
		).rejects.toThrow('wanted an agent, a queue or a contact');
	});

	it('askForAll() takes a list: what cannot be asked for is named, the rest is asked for', async () => {
		const nobody = { ...toBreak, payload: { agent: 'zoe', state: 'break' } };
		const answer = await askForAll(live, supervisor, [toBreak, nobody, toBreak]);
		expect(answer.commands).toHaveLength(2);
		expect(answer.rejected).toMatchObject([{ index: 1, error: expect.stringContaining('"zoe"') as string }]);
		await expect(askForAll(live, actorWithRole('agent'), [toBreak])).rejects.toThrow(ForbiddenError);
		await expect(askForAll(live, supervisor, Array(1_001).fill(toBreak))).rejects.toThrow('at most 1000');
		expect(await states()).toHaveLength(2);
	});

	it('says who asked by name, also for a key of scope act', async () => {
		const { orm } = test.ctx.db;
		await orm.insert(users).values({
			id: 'u1',
			name: 'Sofía',
			email: 's@example.org',
			createdAt: new Date(),
			updatedAt: new Date()
		});
		const { id: keyId } = await createKey(test.ctx, actorWithRole('admin'), {
			name: 'switchboard',
			scope: 'act'
		});
		const rights = RIGHTS_OF_KEY_SCOPE.act;
		const key = { id: `key:${keyId}`, role: 'key' as const, agentId: null, rights };
		expect((await live.request({ ...supervisor, id: 'user:u1' }, toBreak)).requestedByName).toBe('Sofía');
		expect((await live.request(key, toBreak)).requestedByName).toBe('switchboard');
		expect((await live.request(supervisor, toBreak)).requestedByName).toBeNull();
	});
});
