import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUser } from '../access/index.ts';
import { actorWithRole, headersOf, openTestContext } from '../access/testing.ts';
import { recordAudit, verifyAudit } from '../audit/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { verifyLog } from '../verify/index.ts';
import { eraseAgent, exportAgent } from './index.ts';

const AT = Date.parse('2026-11-22T10:00:00Z');
/** Everything in the case that only this agent could have brought in. */
const TRACES = /marta-7|Marta Ruiz|marta@x\.es|hernia/;
const byLength = (text: string) => text.length / 1000;
const admin = actorWithRole('admin');

let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: Context;
let centre: Centre;
let n = 0;
const event = (type: string, seconds: number, data: object) => ({
	source: 's',
	id: String(++n),
	type: `marea.${type}`,
	at: AT + seconds * 1000,
	data
});
beforeEach(async () => {
	test = await openTestContext();
	ctx = test.ctx;
	test.clock.at = AT + 600_000;
	centre = await Centre.open(ctx, byLength);
	await centre.ingest.accept(SYSTEM, [
		event('contact.queued', 1, { contact: 'c1', queue: 'q', customer: 'k', channel: 'chat' }),
		event('contact.answered', 20, { contact: 'c1', queue: 'q', agent: 'marta-7' }),
		event('contact.ended', 90, { contact: 'c1' }),
		event('contact.queued', 100, { contact: 'c2', queue: 'q', channel: 'chat' }),
		event('contact.answered', 120, { contact: 'c2', queue: 'q', agent: 'marta-7' }),
		event('contact.answered', 121, { contact: 'c3', queue: 'q', agent: 'other' }),
		event('agent.state', 0, { agent: 'marta-7', state: 'available' }),
		event('agent.state', 20, { agent: 'marta-7', state: 'handling' })
	]);
	await centre.project();
	await ctx.db.client.batch(
		[
			`UPDATE agents SET name = 'Marta Ruiz', email = 'marta@x.es' WHERE id = 'marta-7'`,
			`INSERT INTO quality_evaluations (id, contact_id, agent_id, form_id, form_version, basis, evaluator, answers, comment, failed_by, contact_date, contact_at, created_at, changed_at, score)
				VALUES ('e1', 'c1', 'marta-7', 'f', 1, 'random', 'user:x', '{"a":{"value":2,"note":"Marta Ruiz tiene una hernia"}}', 'hernia', '[]', '2026-11-22', 0, 0, 0, 0.8)`,
			`INSERT INTO coaching_kudos (id, agent_id, given_by, text, given_at) VALUES ('k1', 'marta-7', 'user:x', 'Bravo, Marta Ruiz', 0)`,
			`INSERT INTO adherence_excuses (id, agent_id, from_at, to_at, reason, created_by, created_at) VALUES ('x1', 'marta-7', 0, 1, 'hernia', 'user:x', 0)`,
			`INSERT INTO quality_calibrations (id, name, form_id, form_version, contacts, created_by, created_at) VALUES ('cal', 'C', 'f', 1, '[{"contactId":"c1","agentId":"marta-7"}]', 'user:x', 0)`,
			`INSERT INTO deliveries (id, kind, target, payload, state, next_at, created_at) VALUES ('d1', 'email', 'marta@x.es', '{"text":"Hola Marta Ruiz"}', 'sent', 0, 0)`
		],
		'write'
	);
	await createUser(ctx, SYSTEM, {
		name: 'Marta Ruiz',
		email: 'marta@x.es',
		role: 'agent',
		agentId: 'marta-7',
		password: 'una-clave-larga'
	});
	await headersOf(ctx, 'marta@x.es', 'una-clave-larga');
	await recordAudit(
		ctx,
		{ id: 'user:x' },
		{
			action: 'adherence.excuse',
			subject: 'agent:marta-7',
			after: { id: 'x1', reason: 'hernia' },
			reason: 'hernia'
		}
	);
});
afterEach(() => test.close());

async function everything(): Promise<string> {
	const { rows } = await ctx.db.client.execute(
		`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
	);
	const answers = await ctx.db.client.batch(rows.map(({ name }) => `SELECT * FROM "${String(name)}"`));
	return JSON.stringify(answers.map((answer) => answer.rows.map((row) => Object.values(row))));
}
const one = async (sql: string) => ({ ...(await ctx.db.client.execute(sql)).rows[0] });
const TOTALS = `SELECT (SELECT count(*) FROM visits WHERE agent_id IS NOT NULL) AS answered, (SELECT sum(talk_ms) FROM visits) AS talk,
	(SELECT count(DISTINCT agent_id) FROM visits) AS agents, (SELECT count(*) FROM agent_states) AS states, (SELECT sum(score) FROM quality_evaluations) AS score`;

it('eraseAgent() leaves no trace of the agent in any table or in memory, with every total as it was', async () => {
	expect((await everything()).match(new RegExp(TRACES, 'g'))!.length).toBeGreaterThan(15);
	const before = await one(TOTALS);
	const { pseudonym, events } = await eraseAgent(ctx, admin, { agent: 'marta-7' });
	expect(events).toBe(4);
	expect(await everything()).not.toMatch(TRACES);
	expect(await one(TOTALS)).toEqual(before);
	expect(await one('SELECT count(*) AS n FROM users')).toEqual({ n: 0 });
	expect(await one('SELECT count(*) AS n FROM sessions')).toEqual({ n: 0 });
	expect(await one(`SELECT count(*) AS n FROM pragma_foreign_key_check`)).toEqual({ n: 0 });

	await centre.project();
	expect([...centre.state.agents.keys()]).toContain(pseudonym);
	expect(
		JSON.stringify([...centre.state.contacts.values()].map(({ fold, events }) => [fold, events]))
	).not.toMatch(TRACES);
	// What the contact in hand brings next is stored from memory.
	await centre.ingest.accept(SYSTEM, [event('contact.ended', 200, { contact: 'c2' })]);
	await centre.project();
	expect(await everything()).not.toMatch(TRACES);
	expect((await verifyLog(ctx, SYSTEM, byLength)).differences).toEqual([]);
	expect(await verifyAudit(ctx)).toMatchObject({ broken: null });
	expect(await test.audited()).toContain('agent.erase');
	// A restart reads the same from the log.
	const again = await Centre.open(ctx, byLength);
	expect([...again.state.agents.keys()].sort()).toEqual([...centre.state.agents.keys()].sort());
});

it('eraseAgent() again takes what the source sent since, under the same pseudonym', async () => {
	const first = await eraseAgent(ctx, SYSTEM, { agent: 'marta-7' });
	await centre.project();
	await centre.ingest.accept(SYSTEM, [event('agent.state', 300, { agent: 'marta-7', state: 'break' })]);
	await centre.project();
	expect(await everything()).toMatch(/marta-7/);
	expect(await eraseAgent(ctx, SYSTEM, { agent: 'marta-7' })).toEqual({
		pseudonym: first.pseudonym,
		events: 1
	});
	expect(await everything()).not.toMatch(TRACES);
	expect(await eraseAgent(ctx, SYSTEM, { agent: 'nobody' })).toEqual({ pseudonym: null, events: 0 });
});

it('exportAgent() gives the agent all of it, no secret and nothing of others; both are refused without the right', async () => {
	for (const role of ['supervisor', 'planner', 'agent'] as const) {
		await expect(exportAgent(ctx, actorWithRole(role), { agent: 'marta-7' })).rejects.toThrow(
			'privacy.manage'
		);
		await expect(eraseAgent(ctx, actorWithRole(role), { agent: 'marta-7' })).rejects.toThrow(
			'privacy.manage'
		);
	}
	const { tables } = (await exportAgent(ctx, admin, { agent: 'marta-7' }))!;
	expect(Object.keys(tables)).toEqual(
		expect.arrayContaining([
			'agents',
			'users',
			'sessions',
			'event_log',
			'audit_log',
			'visits',
			'agent_states',
			'quality_evaluations',
			'coaching_kudos',
			'adherence_excuses'
		])
	);
	expect(tables.quality_evaluations).toMatchObject([{ answers: { a: { value: 2 } }, comment: 'hernia' }]);
	const text = JSON.stringify(tables);
	expect(text).not.toMatch(/"other"|"c3"|"password":|"token"/);
	expect(await exportAgent(ctx, SYSTEM, { agent: 'nobody' })).toBeNull();
});
