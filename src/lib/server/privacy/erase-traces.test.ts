import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { attendContact } from '../attention/index.ts';
import { verifyAudit } from '../audit/index.ts';
import { Centre } from '../centre.ts';
import { LiveCommands } from '../commands/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { sendDue } from '../delivery/send-due.ts';
import { recordSuggestion } from '../suggestions/index.ts';
import { eraseCustomer, exportCustomer } from './index.ts';

const AT = Date.parse('2026-11-22T10:00:00Z');
/** Everything in the case that only Ana could have brought in. */
const TRACES = /"ana"|Ana Gil|Bilbao/;

let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: Context;
let commands: LiveCommands;
beforeEach(async () => {
	test = await openTestContext();
	ctx = test.ctx;
	test.clock.at = AT + 60_000;
	const centre = await Centre.open(ctx, () => 0);
	commands = await LiveCommands.open(ctx, (events) => centre.ingest.accept(SYSTEM, events));
	let n = 0;
	const event = (type: string, data: object) => ({
		source: 's',
		id: String(++n),
		type: `marea.${type}`,
		at: AT + n * 1000,
		data
	});
	await ctx.db.client.batch(
		[
			`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'S', 'UTC', 0)`,
			`INSERT INTO webhooks (id, name, url, secret, topics, created_by, created_at)
				VALUES ('hook', 'Telephony', 'https://acd.example/', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', '["command"]', 'x', 0)`
		],
		'write'
	);
	await centre.ingest.accept(SYSTEM, [
		event('contact.queued', { contact: 'c1', queue: 'q', customer: 'ana', channel: 'chat' }),
		event('message', { contact: 'c1', party: 'customer', text: 'Soy Ana Gil, de Bilbao' }),
		event('contact.queued', { contact: 'c2', queue: 'q', customer: 'berta', channel: 'chat' })
	]);
	await centre.project();
	const supervisor = actorWithRole('supervisor');
	for (const contact of ['c1', 'c2']) {
		const text = contact === 'c1' ? 'Ana Gil de Bilbao, con cuidado' : 'Berta espera';
		await commands.request(supervisor, { kind: 'help.ask', payload: { contact, text }, reason: text });
		await attendContact(ctx, supervisor, contact, { kind: 'note', text });
		await recordSuggestion(ctx, { kind: 'escalate', contactId: contact, queueId: 'q', subject: 'person', rule: 'cue', version: '1', score: null, reasons: [{ rule: 'cue', text }], madeAt: AT, madeFor: 'system' }); // prettier-ignore
	}
	await ctx.db.client.batch(
		[
			`INSERT INTO agents (id, site_id, name, created_at) VALUES ('eva', 'main', 'Eva', 0)`,
			`INSERT INTO quality_evaluations (id, contact_id, agent_id, form_id, form_version, basis, evaluator, answers, comment, failed_by, contact_date, contact_at, created_at, changed_at)
				VALUES ('e1', 'c1', 'eva', 'f', 1, 'random', 'user:x', '{"greeting":{"value":2,"note":"Ana Gil llamó dos veces"}}', 'con Ana Gil', '[]', '2026-11-22', 0, 0, 0)`,
			`INSERT INTO quality_disputes (id, evaluation_id, item_id, reason, disputed_at, answer, value_before) VALUES ('d1', 'e1', 'greeting', 'Ana Gil no oía', 0, 'de Bilbao', '2')`,
			`INSERT INTO coaching_kudos (id, agent_id, given_by, text, contact_id, given_at) VALUES ('k1', 'eva', 'user:x', 'bien con Ana Gil', 'c1', 0)`
		],
		'write'
	);
	const asked = (await ctx.db.client.execute(`SELECT id FROM commands WHERE subject = 'contact:c1'`))
		.rows[0]!;
	const refused = event('command.refused', { command: String(asked.id), text: 'Ana Gil colgó' });
	await centre.ingest.accept(SYSTEM, [refused]);
	await commands.observe([refused]);
	await centre.project();
});
afterEach(() => test.close());

/** Every row of every table. */
async function everything(): Promise<string> {
	const { rows } = await ctx.db.client.execute(
		`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
	);
	const answers = await ctx.db.client.batch(rows.map(({ name }) => `SELECT * FROM "${String(name)}"`));
	return JSON.stringify(answers.map((answer) => answer.rows.map((row) => Object.values(row))));
}
const rows = async (sql: string) => (await ctx.db.client.execute(sql)).rows;

it('eraseCustomer() leaves no word of the customer in any table: not in a webhook that waits, nor in a suggestion', async () => {
	expect((await everything()).match(new RegExp(TRACES, 'g'))!.length).toBeGreaterThan(8);
	await eraseCustomer(ctx, actorWithRole('admin'), { customer: 'ana' });
	expect(await everything()).not.toMatch(TRACES);

	expect(await rows('SELECT answers, comment FROM quality_evaluations')).toMatchObject([
		{ answers: '{"greeting":{"value":2,"note":"[erased]"}}', comment: '[erased]' }
	]);
	// The audit stays provable, and says that words of it are gone.
	const check = await verifyAudit(ctx);
	expect(check).toMatchObject({ broken: null });
	expect(check.erasedFields).toBeGreaterThan(1);

	const sent: string[] = [];
	await sendDue(ctx, {
		post: ({ body }) => (sent.push(body), Promise.resolve({ ok: true })),
		mail: () => Promise.resolve({ ok: true })
	});
	expect(sent).toHaveLength(2);
	expect(sent.join()).not.toMatch(TRACES);
	// What is asked for is still asked for, and others' words are as they were.
	expect(sent.map((body) => (JSON.parse(body) as { data: object }).data)).toMatchObject(
		expect.arrayContaining([
			expect.objectContaining({ kind: 'help.ask', contact: 'c1', text: '[erased]' }),
			expect.objectContaining({ kind: 'help.ask', contact: 'c2', text: 'Berta espera' })
		])
	);
	expect(await rows('SELECT contact_id, reasons FROM suggestions ORDER BY 1')).toMatchObject([
		{ contact_id: 'c1', reasons: '[]' },
		{ contact_id: 'c2', reasons: '[{"rule":"cue","text":"Berta espera"}]' }
	]);
});

it('eraseCustomer() again takes what was said about an erased customer since', async () => {
	await eraseCustomer(ctx, SYSTEM, { customer: 'ana' });
	await commands.request(SYSTEM, {
		kind: 'note.leave',
		payload: { contact: 'c1', text: 'Ana Gil otra vez' }
	});
	await ctx.db.client.execute(`INSERT INTO event_log (source, id, type, at, contact, data, received_at)
		VALUES ('s', 'later', 'marea.contact.started', ${AT}, 'c3', '{"contact":"c3","customer":"ana"}', ${AT})`);
	await eraseCustomer(ctx, SYSTEM, { customer: 'ana' });
	expect(await everything()).not.toMatch(TRACES);
});

it('exportCustomer() gives the customer all of it and nothing of others, and is refused without privacy.manage', async () => {
	await expect(exportCustomer(ctx, actorWithRole('supervisor'), { customer: 'ana' })).rejects.toThrow(
		'privacy.manage'
	);
	const found = (await exportCustomer(ctx, actorWithRole('admin'), { customer: 'ana' }))!;
	expect(found).toMatchObject({
		customer: 'ana',
		contacts: [{ id: 'c1' }],
		messages: [{ text: 'Soy Ana Gil, de Bilbao' }],
		suggestions: [{ kind: 'escalate', reasons: [{ text: 'Ana Gil de Bilbao, con cuidado' }] }],
		commands: [{ kind: 'help.ask', payload: { contact: 'c1' }, answer: 'Ana Gil colgó' }],
		deliveries: [{ state: 'queued', payload: { data: { text: 'Ana Gil de Bilbao, con cuidado' } } }],
		care: [{ note: 'Ana Gil de Bilbao, con cuidado' }]
	});
	expect(found.events.map((event) => (event as { type: string }).type)).toEqual(
		['contact.queued', 'message', 'command.requested', 'command.refused'].map((type) => `marea.${type}`)
	);
	expect(JSON.stringify(found)).not.toMatch(/Berta|berta|"c2"/);
	expect(await exportCustomer(ctx, SYSTEM, { customer: 'nobody' })).toBeNull();
	expect(await test.audited()).toContain('customer.export');

	await eraseCustomer(ctx, SYSTEM, { customer: 'ana' });
	expect(await exportCustomer(ctx, SYSTEM, { customer: 'ana' })).toBeNull();
});
