import { afterEach, beforeEach, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Context } from '../context.ts';
import { splitByIntent } from './split-by-intent.ts';
import { addForecast, addQueues, HOUR_MS, MONDAY } from './testing.ts';

const DAY_MS = 24 * HOUR_MS;
const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: Context;
let n = 0;

beforeEach(async () => {
	test = await openTestContext();
	ctx = test.ctx;
	test.clock.at = MONDAY;
	await addQueues(ctx, ['q', 'other']);
});
afterEach(() => test.close());

async function addContacts(
	atMs: number,
	count: number,
	{
		intent = null,
		told = null,
		queue = 'q'
	}: { intent?: string | null; told?: string | null; queue?: string }
) {
	const ids = Array.from({ length: count }, () => `c${++n}`);
	await ctx.db.client.batch(
		ids.flatMap((id) => [
			{
				sql: 'INSERT INTO contacts (id, source, channel, intent, started_at, last_event_at) VALUES (?, ?, ?, ?, ?, ?)',
				args: [id, 's', 'voice', intent, atMs, atMs]
			},
			{
				sql: 'INSERT INTO visits (contact_id, ordinal, queue_id, entered_at, outcome) VALUES (?, 0, ?, ?, ?)',
				args: [id, queue, atMs, 'answered']
			},
			...(told === null
				? []
				: [
						{
							sql: 'INSERT INTO contact_intents (contact_id, intent, probability, guessed_at) VALUES (?, ?, 0.8, ?)',
							args: [id, told, atMs]
						}
					])
		]),
		'write'
	);
}

/** Six Mondays: bills in the morning, half of them told by the words alone; faults in the evening; some of which nobody knows. */
async function addPast() {
	for (let week = 1; week <= 6; week++) {
		const monday = MONDAY - week * 7 * DAY_MS;
		await addContacts(monday + 8 * HOUR_MS, 10, { intent: 'billing' });
		await addContacts(monday + 9 * HOUR_MS, 10, { told: 'billing' });
		await addContacts(monday + 9 * HOUR_MS, 5, {});
		await addContacts(monday + 20 * HOUR_MS, 18, { intent: 'outage' });
		await addContacts(monday + 20 * HOUR_MS, 2, { intent: 'billing' });
		await addContacts(monday + 8 * HOUR_MS, 50, { intent: 'sales', queue: 'other' });
	}
	// After the forecast's end: it must not be learned from.
	await addContacts(MONDAY + 33 * HOUR_MS, 200, { intent: 'move' });
}
const HOURS = Array.from({ length: 24 }, (_, hour) => (hour === 8 || hour === 20 ? 100 : 0));

it('splits a queue’s forecast by hour of day, with what is not known apart, and adds up', async () => {
	await addPast();
	test.clock.at = MONDAY + 2 * DAY_MS;
	const id = await addForecast(ctx, 'f', { q: HOURS, other: HOURS });
	const answer = (await splitByIntent(ctx, planner, id, 'q'))!;
	if (answer.kind !== 'split') throw new Error(answer.kind);
	const { learned, whole, days } = answer.view;
	expect(learned).toMatchObject({ contacts: 270, days: 6, guessed: 60, unknown: 30 });
	expect(whole.map(({ intent }) => intent)).toEqual(['billing', 'outage', null]);
	expect(whole.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(200, 9);
	const at = (part: string, intent: string | null) =>
		days.find((row) => row.part === part && row.intent === intent && row.at === MONDAY)!;
	// As counted: 20 of 25 and 18 of 20, drawn a little to what the other hours have.
	expect(at('morning', 'billing').offered).toBeGreaterThan(70);
	expect(at('morning', null).offered).toBeGreaterThan(12);
	expect(at('morning', 'outage').offered).toBeLessThan(10);
	expect(at('evening', 'outage').offered).toBeGreaterThan(80);
	expect(at('evening', 'billing')).toMatchObject({ at: MONDAY, part: 'evening' });
	for (const row of [...whole, ...days]) {
		expect(row.p10).toBeLessThanOrEqual(row.offered);
		// Of what hardly ever comes, nine times in ten none comes.
		if (row.offered > 0.5) expect(row.p90).toBeGreaterThan(row.offered);
	}
});

it('tells parts of the day by the local clock, also over a change of the clocks', async () => {
	// 06:30 UTC is 07:30 in Madrid in winter (morning) and 08:30 in summer; 05:30 UTC is night in winter and morning in summer.
	const sunday = Date.UTC(2026, 2, 29);
	for (let week = 1; week <= 4; week++) {
		await addContacts(sunday - week * 7 * DAY_MS + 6.5 * HOUR_MS, 10, { intent: 'morning' });
		await addContacts(sunday - week * 7 * DAY_MS + 5.5 * HOUR_MS, 10, { intent: 'night' });
	}
	test.clock.at = sunday;
	const id = await addForecast(ctx, 'f', { q: [0, 0, 0, 0, 0, 100, 100] }, sunday);
	await ctx.db.client.execute({
		sql: `UPDATE forecasts SET time_zone = 'Europe/Madrid' WHERE id = ?`,
		args: [id]
	});
	const answer = (await splitByIntent(ctx, planner, id, 'q'))!;
	if (answer.kind !== 'split') throw new Error(answer.kind);
	const rows = answer.view.days.filter(({ offered }) => offered > 0);
	// After the change both hours are in the morning.
	expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(['morning']));
	expect(rows[0]!.at).toBe(Date.UTC(2026, 2, 28, 23));
	expect(rows.find(({ intent }) => intent === 'morning')!.share).toBeGreaterThan(0.8);
});

it('says where there are too few contacts, and refuses whom and what it must', async () => {
	await addContacts(MONDAY - DAY_MS, 4, { intent: 'billing' });
	const id = await addForecast(ctx, 'f', { q: HOURS });
	expect(await splitByIntent(ctx, planner, id, 'q')).toEqual({ kind: 'too-few', contacts: 4, wanted: 30 });
	expect(await splitByIntent(ctx, planner, 'none', 'q')).toBeNull();
	await expect(splitByIntent(ctx, planner, id, 'nowhere')).rejects.toThrow('no queue "nowhere"');
	await expect(splitByIntent(ctx, actorWithRole('agent'), id, 'q')).rejects.toThrow(ForbiddenError);
});
