import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingEvent } from '#lib/contracts/events.ts';
import { RETENTION_NAMES, type Retention } from '#lib/contracts/retention.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { sealAudit } from '../audit/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { countIntervals } from '../intervals/index.ts';
import { verifyLog } from '../verify/index.ts';
import { previewPurge, purge, readRetention, setRetention } from './index.ts';
import { isPurgeDue } from './purge-watch.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const DAY_MS = 86_400_000;
const byLength = (text: string) => text.length / 1000;
const FOR_EVER = Object.fromEntries(RETENTION_NAMES.map((kind) => [kind, null])) as Retention;
const admin = actorWithRole('admin');

let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: Context;
let centre: Centre;
beforeEach(async () => {
	test = await openTestContext();
	ctx = test.ctx;
	test.clock.at = NOW;
	centre = await Centre.open(ctx, byLength);
	let n = 0;
	const events: IncomingEvent[] = [];
	for (const daysAgo of [100, 99, 50, 10, 0.01])
		for (let i = 0; i < 30; i++) {
			const contact = `c${daysAgo}-${i}`;
			const start = NOW - daysAgo * DAY_MS + i * 60_000;
			const event = (type: string, seconds: number, data: object) =>
				events.push({
					source: 's',
					id: String(++n),
					type: `marea.${type}`,
					at: start + seconds * 1000,
					data
				});
			event('contact.queued', 0, { contact, queue: `q${i % 2}`, channel: 'chat', customer: `k${i}` });
			event('contact.answered', 10 + i, { contact, queue: `q${i % 2}`, agent: 'ana' });
			event('message', 20, { contact, party: 'customer', text: `soy ${contact} del año ${daysAgo}` });
			event('contact.ended', 100 + i, { contact });
			event('agent.state', 10 + i, { agent: 'ana', state: 'handling' });
			event('agent.state', 40 + i, { agent: 'ana', state: 'available' });
		}
	await centre.ingest.accept(SYSTEM, events);
	await centre.project();
});
afterEach(() => test.close());

const count = async (table: string) =>
	Number((await ctx.db.client.execute(`SELECT count(*) FROM ${table}`)).rows[0]![0]);
const intervals = () => {
	const first = NOW - 101 * DAY_MS;
	return countIntervals(
		ctx,
		Array.from({ length: 102 }, (_, day) => first + day * DAY_MS),
		NOW + DAY_MS
	);
};
const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('the retention', () => {
	it('keeps everything until somebody says otherwise', async () => {
		const before = await count('event_log');
		expect((await purge(ctx, SYSTEM, { pauseMs: 0 })).rows).toEqual({});
		expect(await count('event_log')).toBe(before);
		expect((await readRetention(ctx)).retention).toEqual(FOR_EVER);
	});

	it('takes contacts with their events and leaves every total, and the log agrees with what is made of it', async () => {
		const before = await intervals();
		expect(before.length).toBeGreaterThan(8);
		await setRetention(ctx, admin, { ...FOR_EVER, contacts: 60, agent_states: 60 });
		const preview = Object.fromEntries(
			(await previewPurge(ctx, admin)).map(({ kind, rows }) => [kind, rows])
		);
		const { rows } = await purge(ctx, SYSTEM, { pauseMs: 0 });
		expect(rows).toEqual({ contacts: 60, agent_states: preview.agent_states });
		expect(preview.contacts).toBe(60);
		expect(await count('contacts')).toBe(90);
		expect(
			Number(
				(await ctx.db.client.execute(`SELECT count(*) FROM event_log WHERE at < ${NOW - 60 * DAY_MS}`))
					.rows[0]![0]
			)
		).toBeLessThanOrEqual(1);
		expect(sorted(await intervals())).toEqual(sorted(before));
		const report = await verifyLog(ctx, SYSTEM, byLength);
		expect(report.differences).toEqual([]);
		expect(report.wholeFrom).toBe(NOW - 60 * DAY_MS);
		// A second time there is nothing, and totals are not added twice.
		expect((await purge(ctx, SYSTEM, { pauseMs: 0 })).rows).toEqual({});
		expect(sorted(await intervals())).toEqual(sorted(before));
	});

	it('takes words and keeps moods, counts and customers', async () => {
		const before = await ctx.db.client.execute(
			'SELECT sum(mood), sum(score), count(DISTINCT customer) FROM contacts JOIN messages ON contact_id = contacts.id'
		);
		await setRetention(ctx, admin, { ...FOR_EVER, words: 30 });
		expect((await purge(ctx, SYSTEM, { pauseMs: 0 })).rows).toEqual({ words: 90 });
		const { rows } = await ctx.db.client.execute(
			`SELECT text FROM messages UNION SELECT data ->> '$.text' FROM event_log WHERE type = 'marea.message'`
		);
		const texts = rows.map(({ text }) => String(text));
		expect(texts.filter((text) => /del año (100|99|50)$/.test(text))).toEqual([]);
		expect(texts.filter((text) => /del año (10|0.01)$/.test(text))).toHaveLength(60);
		expect(
			(
				await ctx.db.client.execute(
					'SELECT sum(mood), sum(score), count(DISTINCT customer) FROM contacts JOIN messages ON contact_id = contacts.id'
				)
			).rows
		).toEqual(before.rows);
		expect((await verifyLog(ctx, SYSTEM, byLength)).differences).toEqual([]);
	});

	it('takes audit entries and the chain goes on; the purge itself is entered', async () => {
		await setRetention(ctx, admin, { ...FOR_EVER, audit: 30 });
		test.clock.at += 40 * DAY_MS;
		await setRetention(ctx, admin, { ...FOR_EVER, audit: 31 });
		await sealAudit(ctx);
		expect((await purge(ctx, SYSTEM, { pauseMs: 0 })).rows).toEqual({ audit: 1 });
		await sealAudit(ctx);
		const { audit } = await verifyLog(ctx, SYSTEM, byLength);
		expect(audit).toMatchObject({ broken: null, purgedTo: 1, entries: 2 });
		expect((await test.audited()).at(-1)).toBe('privacy.purge');
	});

	it('lets events in while it purges', async () => {
		await setRetention(ctx, admin, { ...FOR_EVER, contacts: 60, words: 30 });
		const purging = purge(ctx, SYSTEM, { pauseMs: 1 });
		let accepted = 0;
		for (let i = 0; i < 20; i++)
			accepted += (
				await centre.ingest.accept(SYSTEM, [
					{
						source: 'late',
						id: String(i),
						type: 'marea.contact.queued',
						at: NOW,
						data: { contact: `new${i}`, queue: 'q1' }
					}
				])
			).accepted;
		await purging;
		await centre.project();
		expect(accepted).toBe(20);
		expect((await verifyLog(ctx, SYSTEM, byLength)).differences).toEqual([]);
	});

	it('is refused to those without the right, and below what work needs', async () => {
		for (const role of ['supervisor', 'planner', 'agent'] as const) {
			await expect(setRetention(ctx, actorWithRole(role), FOR_EVER)).rejects.toThrow('privacy.manage');
			await expect(purge(ctx, actorWithRole(role))).rejects.toThrow('privacy.manage');
			await expect(previewPurge(ctx, actorWithRole(role))).rejects.toThrow('privacy.manage');
		}
		await expect(setRetention(ctx, admin, { ...FOR_EVER, contacts: 3 })).rejects.toThrow('at least 30 days');
		await expect(setRetention(ctx, admin, { ...FOR_EVER, contacts: 30, words: 60 })).rejects.toThrow(
			'longer than the contacts'
		);
	});
});

it('isPurgeDue() is at night by the centre’s clock and once a night, or whenever it was missed for two days', () => {
	const at = (text: string) => Date.parse(text);
	expect(isPurgeDue(at('2026-11-22T02:30:00Z'), null, 'Europe/Madrid')).toBe(true);
	expect(isPurgeDue(at('2026-11-22T02:30:00Z'), null, 'America/Bogota')).toBe(false);
	expect(isPurgeDue(at('2026-11-22T08:30:00Z'), null, 'America/Bogota')).toBe(true);
	expect(isPurgeDue(at('2026-11-22T02:30:00Z'), at('2026-11-22T02:00:00Z'), 'Europe/Madrid')).toBe(false);
	expect(isPurgeDue(at('2026-11-22T14:00:00Z'), at('2026-11-21T02:00:00Z'), 'Europe/Madrid')).toBe(false);
	expect(isPurgeDue(at('2026-11-22T14:00:00Z'), at('2026-11-20T02:00:00Z'), 'Europe/Madrid')).toBe(true);
	// The night on which the clocks go forward has no three o'clock in New York’s zone to miss: four will do.
	expect(isPurgeDue(at('2026-03-29T02:30:00Z'), null, 'Europe/Madrid')).toBe(true);
});
