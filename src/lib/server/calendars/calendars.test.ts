import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, agentAccount, agentActor, openTestContext } from '../access/testing.ts';
import { sessionRow } from '../coaching/testing-rows.ts';
import {
	agents,
	calendarLinks,
	coachingSessions,
	rosters,
	shifts,
	sites,
	userLanguages,
	users
} from '../db/schema/index.ts';
import { findCalendarLink, makeCalendarLink, readCalendar, revokeCalendarLink } from './index.ts';

/** The Sunday on which Madrid's clocks go forward, 29 March 2026, 02:00 → 03:00. */
const CHANGE = Date.UTC(2026, 2, 29, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ana = agentActor('ana');

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = CHANGE - 2 * DAY;
	const { orm } = test.ctx.db;
	await orm
		.insert(sites)
		.values({ id: 'main', name: 'Norte; Sur, S.L.', timeZone: 'Europe/Madrid', createdAt: 1 });
	await orm
		.insert(agents)
		.values(['ana', 'ben'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
	await orm.insert(users).values(['ana', 'ben'].map((id) => agentAccount(id)));
	await orm.insert(rosters).values(
		(['published', 'draft'] as const).map((status) => ({
			id: status,
			siteId: 'main',
			name: status,
			fromAt: CHANGE - 7 * DAY,
			toAt: CHANGE + 7 * DAY,
			timeZone: 'Europe/Madrid',
			status,
			problem: {},
			result: {},
			createdBy: 'system',
			createdAt: 1
		}))
	);
	const shift = (id: string, rosterId: string, agentId: string, startAt: number, endAt: number) => ({
		id,
		rosterId,
		agentId,
		templateId: 't',
		startAt,
		endAt,
		breaks: [{ startAt: startAt + HOUR, endAt: startAt + HOUR + 900_000, isPaid: true }]
	});
	await orm.insert(shifts).values([
		// The night through which an hour is missing: 22:00 to 06:00 on the wall, seven hours long.
		shift('night', 'published', 'ana', CHANGE - 4 * HOUR, CHANGE + 3 * HOUR),
		shift('draft', 'draft', 'ana', CHANGE + DAY, CHANGE + DAY + 8 * HOUR),
		shift('other', 'published', 'ben', CHANGE + DAY, CHANGE + DAY + 8 * HOUR)
	]);
	const session = (id: string, agentId: string, state: 'planned' | 'cancelled', startAt: number) =>
		sessionRow({ id, agentId, state, startAt, notes: 'A secret, with commas; and lines' });
	await orm
		.insert(coachingSessions)
		.values([
			session('s1', 'ana', 'planned', CHANGE + 2 * HOUR),
			session('s2', 'ana', 'cancelled', CHANGE + 2 * DAY),
			session('s3', 'ben', 'planned', CHANGE + 2 * DAY)
		]);
});
afterEach(() => test.close());

/** Read by another program than the one that wrote it. */
const eventsOf = (text: string) =>
	new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => {
		const event = new ICAL.Event(part);
		return {
			uid: event.uid,
			summary: event.summary,
			description: event.description,
			status: part.getFirstPropertyValue('status'),
			start: event.startDate.toJSDate().getTime(),
			end: event.endDate.toJSDate().getTime()
		};
	});

describe('readCalendar()', () => {
	it('holds own published shifts and sessions at their instants, through the night in which the clocks change', async () => {
		const { secret } = await makeCalendarLink(test.ctx, ana);
		const text = (await readCalendar(test.ctx, secret))!;
		const events = eventsOf(text);
		expect(events.map(({ uid }) => uid).sort()).toEqual([
			'session-s1@marea',
			'session-s2@marea',
			// Of the day on which it begins by the site's clocks.
			'shift-2026-03-28@marea'
		]);
		const night = events.find(({ uid }) => uid === 'shift-2026-03-28@marea')!;
		expect([night.start, night.end]).toEqual([CHANGE - 4 * HOUR, CHANGE + 3 * HOUR]);
		// In words of the site's own clocks, before the change.
		expect(night.description).toContain('23:00–23:15');
		expect(events.find(({ uid }) => uid === 'session-s1@marea')).toMatchObject({
			start: CHANGE + 2 * HOUR,
			status: 'CONFIRMED'
		});
		expect(events.find(({ uid }) => uid === 'session-s2@marea')).toMatchObject({ status: 'CANCELLED' });
		const calendar = new ICAL.Component(ICAL.parse(text));
		expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Schedule: Norte Sur S.L.');
		expect(text).not.toContain('secret');
		expect(text).not.toContain('ben');
		// RFC 5545: CRLF, and no line over 75 octets.
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text.replaceAll('\r\n', '')).not.toContain('\n');
	});

	it('is in the language in which its owner reads', async () => {
		await test.ctx.db.orm.insert(userLanguages).values({ userId: 'u-ana', language: 'es' });
		const { secret } = await makeCalendarLink(test.ctx, ana);
		expect(eventsOf((await readCalendar(test.ctx, secret))!).map(({ summary }) => summary)).toContain(
			'Turno'
		);
	});

	it('an unknown secret, an earlier one, a revoked one and another person’s open nothing of this', async () => {
		const first = await makeCalendarLink(test.ctx, ana);
		const { secret } = await makeCalendarLink(test.ctx, ana);
		expect(await readCalendar(test.ctx, first.secret)).toBeNull();
		expect(await readCalendar(test.ctx, 'x')).toBeNull();
		expect(await readCalendar(test.ctx, '')).toBeNull();
		expect(await readCalendar(test.ctx, secret)).not.toBeNull();
		expect((await findCalendarLink(test.ctx, ana))!.usedAt).toBe(test.clock.at);
		const [stored] = await test.ctx.db.orm.select().from(calendarLinks);
		expect(JSON.stringify(stored)).not.toContain(secret);
		// A stolen database opens no calendar either.
		expect(await readCalendar(test.ctx, stored!.secretHash)).toBeNull();
		expect(await revokeCalendarLink(test.ctx, ana)).toBe(true);
		expect(await readCalendar(test.ctx, secret)).toBeNull();
		expect(await findCalendarLink(test.ctx, ana)).toBeNull();
		expect(await test.audited()).toEqual(['calendar.make', 'calendar.make', 'calendar.revoke']);
	});

	it('ends with the right, the agent and the account of its owner', async () => {
		const { orm } = test.ctx.db;
		const { secret } = await makeCalendarLink(test.ctx, ana);
		await orm.update(users).set({ role: 'planner' }).where(eq(users.id, 'u-ana'));
		expect(await readCalendar(test.ctx, secret)).toBeNull();
		await orm.update(users).set({ role: 'agent', agentId: null }).where(eq(users.id, 'u-ana'));
		expect(await readCalendar(test.ctx, secret)).toBeNull();
		await orm.update(users).set({ agentId: 'ana' }).where(eq(users.id, 'u-ana'));
		expect(await readCalendar(test.ctx, secret)).not.toBeNull();
		await orm.delete(users).where(eq(users.id, 'u-ana'));
		expect(await readCalendar(test.ctx, secret)).toBeNull();
	});
});

it.each([
	actorWithRole('supervisor'),
	actorWithRole('planner'),
	actorWithRole('agent'),
	{ ...ana, id: 'key:k' }
])('who has no schedule of their own makes no address: $id', async (actor) => {
	await expect(makeCalendarLink(test.ctx, actor)).rejects.toThrow(ForbiddenError);
	await expect(revokeCalendarLink(test.ctx, actor)).rejects.toThrow(ForbiddenError);
});
