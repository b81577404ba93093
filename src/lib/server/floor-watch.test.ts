import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AlertRow } from '#lib/contracts/alerts.ts';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { actorWithRole, openTestContext } from './access/testing.ts';
import { addAlertRule, listAlerts } from './alerts/index.ts';
import { Centre } from './centre.ts';
import { listCommands } from './commands/index.ts';
import { SYSTEM } from './context.ts';
import { FloorWatch } from './floor-watch.ts';

const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: Centre;
let watch: FloorWatch;
beforeEach(async () => {
	test = await openTestContext();
	centre = await Centre.open(test.ctx, () => null);
	watch = await FloorWatch.open(test.ctx, centre);
});
afterEach(async () => {
	await watch.stop();
	await centre.stop();
	test.close();
});

let number = 0;
const take = async (type: string, data: IncomingEvent['data']) => {
	await centre.ingest.accept(SYSTEM, [
		{ source: 'phones', id: String(++number), type: `marea.${type}`, at: test.clock.at, data }
	]);
	centre.tick();
};
/** Later, the floor is read and judged. */
const look = async (afterSeconds: number) => {
	test.clock.at += afterSeconds * 1000;
	centre.tick();
	await watch.look();
};
const open = () => listAlerts(test.ctx, supervisor, { openOnly: true });

it('a contact that waits too long opens an alert, and one that is answered closes it', async () => {
	await addAlertRule(test.ctx, supervisor, {
		name: 'Longest wait',
		metric: 'oldestWait',
		watchThreshold: 60,
		holdSeconds: 0
	});
	await watch.alerts.reload();
	const told: AlertRow[][] = [];
	watch.alerts.listen((rows) => told.push(rows));

	await take('contact.queued', { contact: 'c1', queue: 'billing', channel: 'voice' });
	await look(30);
	expect(await open()).toEqual([]);
	await look(40);
	expect(await open()).toMatchObject([
		{ metric: 'oldestWait', severity: 'watch', value: 70, closedAt: null }
	]);
	expect(told.at(-1)).toHaveLength(1);

	await take('contact.answered', { contact: 'c1', queue: 'billing', agent: 'ana' });
	await look(1);
	expect(await open()).toEqual([]);
	expect(told.at(-1)).toEqual([]);
});

it('a source that falls silent is told apart from a calm queue', async () => {
	await addAlertRule(test.ctx, supervisor, {
		name: 'Feed',
		metric: 'sourceSilent',
		breachThreshold: 240,
		holdSeconds: 0
	});
	await addAlertRule(test.ctx, supervisor, {
		name: 'Waiting',
		metric: 'waiting',
		watchThreshold: 0,
		holdSeconds: 0
	});
	await watch.alerts.reload();
	await take('contact.queued', { contact: 'c1', queue: 'billing', channel: 'voice' });
	// Past the silence from which on what the source said last is no news of the present.
	await look(200);
	expect(await open()).toEqual([]);
	await look(100);
	expect(await open()).toMatchObject([{ metric: 'sourceSilent', value: 300 }]);
});

it('a command is in the log when it is asked for, and finds its answer there', async () => {
	await take('agent.state', { agent: 'ana', state: 'lunch' });
	const wanted = { kind: 'agent.state', payload: { agent: 'ana', state: 'available' } } as const;
	await watch.commands.request(supervisor, wanted);
	test.clock.at += 1_000;
	await take('agent.state', { agent: 'ana', state: 'available' });
	const second = await watch.commands.request(supervisor, wanted);
	await look(61);
	await watch.stop();
	const states = (await listCommands(test.ctx, supervisor)).map(({ id, state }) => [id === second.id, state]);
	expect(states).toEqual([
		[true, 'expired'],
		[false, 'confirmed']
	]);
});

it('an agent who was moved counts in the queue they were moved to, and no longer in the one they left', async () => {
	await take('contact.queued', { contact: 'c1', queue: 'billing', channel: 'voice' });
	await take('contact.queued', { contact: 'c2', queue: 'faults', channel: 'voice' });
	await take('agent.state', { agent: 'ana', state: 'available' });
	await test.ctx.db.client.executeMultiple(`
		INSERT INTO skills (id, name) VALUES ('b', 'Billing'), ('f', 'Faults');
		UPDATE queues SET skill_id = CASE id WHEN 'billing' THEN 'b' ELSE 'f' END;
		INSERT INTO agent_skills (agent_id, skill_id) VALUES ('ana', 'b'), ('ana', 'f');
	`);
	await centre.reconfigure();
	const available = () => {
		centre.tick();
		const { queues } = centre.feed.snapshot(test.clock.at);
		return Object.fromEntries(queues.map(({ id, agents }) => [id, agents.available ?? 0]));
	};
	expect(available()).toEqual({ billing: 1, faults: 1 });

	const { id } = await watch.commands.request(supervisor, {
		kind: 'agent.queues',
		payload: { agent: 'ana', queues: ['faults'] }
	});
	await take('command.confirmed', { command: id } as IncomingEvent['data']);
	await expect.poll(available).toEqual({ billing: 0, faults: 1 });
	expect(centre.feed.agentRow('ana')!.assigned).toEqual(['faults']);
	// And after a restart.
	const again = await Centre.open(test.ctx, () => null);
	expect(again.state.agents.get('ana')!.config.assigned).toEqual(['faults']);
	await again.stop();
});
