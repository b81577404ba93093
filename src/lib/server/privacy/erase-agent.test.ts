import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { is } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUser } from '../access/index.ts';
import { actorWithRole, headersOf, openTestContext } from '../access/testing.ts';
import { recordAudit, verifyAudit } from '../audit/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import * as schema from '../db/schema/index.ts';
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

/** JSON columns in which no agent stands, with what does; one that is added later is either here or erased. */
const NAMELESS: Record<string, string> = {
	'alert_rules.webhook_ids': 'webhooks',
	'api_keys.data_scope': 'sites, teams, queues',
	'audit_log.after': 'the audit has its own way, which keeps the chain',
	'audit_log.before': 'the same',
	'audit_seals.digests': 'hashes',
	'audit_seals.salts': 'chance',
	'capacity_scenarios.input': 'numbers of people',
	'coaching_effects.found': 'numbers',
	'coaching_estimates.detail': 'metrics',
	'coaching_evidence.values': 'metrics and numbers',
	'coaching_findings.gaps': 'metrics',
	'coaching_findings.main_case': 'queue, channel, intent',
	'coaching_findings.recommendations': 'modules and numbers',
	'coaching_findings.support': 'metrics',
	'coaching_runs.metrics': 'metrics and numbers',
	'coaching_sessions.expected': 'metrics and numbers',
	'coaching_sessions.main_case': 'queue, channel, intent',
	'coaching_sessions.metrics': 'metrics',
	'commands.before': 'state, queues, priority',
	'event_log.data': 'the log is gone through by itself',
	'forecast_requests.like': 'queues',
	'forecasts.detail': 'queues and methods',
	'history_import_reports.errors': 'rows of counts by queue',
	'history_import_reports.notes': 'the same',
	'history_import_reports.queues': 'the same',
	'intent_models.model': 'words and weights',
	'intent_models.quality': 'intents and numbers',
	'interval_archive.tally': 'counts',
	'jobs.input': 'what was asked for: dates, queues, limits',
	'kiosk_links.board': 'queues',
	'contracts.rules': 'hours and names of shifts',
	'minimum_staff.weekdays': 'days of a week',
	'publication_agents.differences': 'times of shifts',
	'offer_agents.reasons': 'ids of rules',
	'quality_disputes.value_after': 'a number',
	'quality_disputes.value_before': 'a number',
	'quality_evaluations.answers': 'values by item; notes about the agent go by what they are of',
	'quality_evaluations.failed_by': 'items',
	'quality_form_versions.body': 'a form',
	'quality_form_versions.name': 'its name',
	'quality_samples.reasons': 'risks',
	'queues.opening_hours': 'hours',
	'schedule_changes.parts': 'times and activities',
	'settings.value': 'the centre’s',
	'shifts.breaks': 'times and activities',
	'sign_in_tokens.data': 'a sign-in that lasts minutes',
	'sites.opening_hours': 'hours',
	'staffing_plans.check': 'numbers',
	'staffing_plans.groups': 'queues and numbers of people',
	'staffing_plans.parameters': 'queues and numbers',
	'swap_candidates.rules': 'ids of rules',
	'swap_candidates.returns': 'times of shifts',
	'availabilities.ranges': 'times of a week',
	'roster_wishes.wishes': 'days and kinds of shifts',
	'users.scope': 'sites, teams, queues; the account goes',
	'webhooks.topics': 'kinds'
};

it('eraseAgent() takes the agent out of every JSON column of every table, whoever’s row it is', async () => {
	const tables = Object.values<unknown>(schema).filter((one): one is SQLiteTable => is(one, SQLiteTable));
	const planted: [table: string, column: string][] = [];
	const [named, mail] = [
		JSON.stringify([{ agentId: 'marta-7', 'marta-7': 'by Marta Ruiz' }]),
		'["marta@x.es"]'
	];
	for (const table of tables) {
		const { name, columns } = getTableConfig(table);
		const json = columns.filter((one) => one.columnType === 'SQLiteTextJson');
		const own = json.filter((one) => !(`${name}.${one.name}` in NAMELESS));
		if (own.length === 0) continue;
		const values = columns.map((one) => {
			if (json.includes(one)) return own.includes(one) ? (one.name === 'emails' ? mail : named) : '[]';
			return one.dataType === 'string' ? (one.enumValues?.[0] ?? `planted-${one.name}`) : 1;
		});
		const insert = `INSERT INTO "${name}" (${columns.map((one) => `"${one.name}"`).join(', ')}) VALUES (${values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')})`;
		await ctx.db.client.executeMultiple(`PRAGMA foreign_keys = OFF; ${insert}; PRAGMA foreign_keys = ON;`);
		planted.push(...own.map((one): [string, string] => [name, one.name]));
	}
	expect(planted.length).toBeGreaterThan(10);
	const existing = tables.flatMap((table) => {
		const { name, columns } = getTableConfig(table);
		return columns.map((one) => `${name}.${one.name}`);
	});
	expect(Object.keys(NAMELESS).filter((column) => !existing.includes(column))).toEqual([]);

	await eraseAgent(ctx, admin, { agent: 'marta-7' });
	const left: string[] = [];
	for (const [table, column] of planted) {
		const { rows } = await ctx.db.client.execute(`SELECT "${column}" FROM "${table}"`);
		if (rows.length === 0 || rows.some((row) => TRACES.test(String(row[0])))) left.push(`${table}.${column}`);
	}
	expect(left).toEqual([]);
});

it('a name with quotation marks goes as well, and what gives the reason of something else is told without it', async () => {
	const name = 'Marta "Nita" Ruiz';
	await ctx.db.client.execute({ sql: `UPDATE agents SET name = ? WHERE id = 'marta-7'`, args: [name] });
	await ctx.db.client.execute({
		sql: `INSERT INTO deliveries (id, kind, target, payload, state, next_at, created_at) VALUES ('d2', 'webhook', 'w', ?, 'sent', 0, 0)`,
		args: [JSON.stringify({ agent: name })]
	});
	const why = { action: 'queue.update', subject: 'queue:q', reason: `${name} asked for it` };
	await recordAudit(ctx, { id: 'user:x' }, why);
	const { pseudonym } = await eraseAgent(ctx, admin, { agent: 'marta-7' });
	expect(await everything()).not.toMatch(/Nita/);
	expect(await one(`SELECT reason FROM audit_log WHERE action = 'queue.update'`)).toEqual({
		reason: `${pseudonym} asked for it`
	});
	expect(await verifyAudit(ctx)).toMatchObject({ broken: null });
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
