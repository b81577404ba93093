import { eq } from 'drizzle-orm';
import { RIGHTS_OF_ROLE } from '#lib/contracts/rights.ts';
import { actorOf, can } from '../access/index.ts';
import { ownSessions } from '../coaching/index.ts';
import type { Context } from '../context.ts';
import { calendarLinks, sites, users } from '../db/schema/index.ts';
import { languagesOf } from '../notices/index.ts';
import { scheduleRevisions } from '../publishing/index.ts';
import { listOwnShifts } from '../rosters/index.ts';
import { hashSecret } from './calendar-links.ts';
import { writeCalendar } from './write-calendar.ts';

const DAY_MS = 86_400_000;
const BACK_MS = 31 * DAY_MS;
const AHEAD_MS = 180 * DAY_MS;
/** Last use is told to the quarter of an hour: a calendar that looks often writes no row each time. */
const USE_EVERY_MS = 15 * 60_000;

/**
 * The iCalendar text behind a private address: the owner's published shifts and coaching sessions. Null for an unknown
 * or revoked secret, and once its owner has lost the account, the agent or the right.
 */
export async function readCalendar(ctx: Context, secret: string): Promise<string | null> {
	if (secret === '' || secret.length > 200) return null;
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ link: calendarLinks, user: users })
		.from(calendarLinks)
		.innerJoin(users, eq(users.id, calendarLinks.userId))
		.where(eq(calendarLinks.secretHash, hashSecret(secret)));
	if (!found) return null;
	const { link, user } = found;
	const actor = actorOf({ ...user, rights: RIGHTS_OF_ROLE[user.role], scope: null });
	if (!can(actor, 'schedule.own') || actor.agentId === null) return null;
	const now = ctx.now();
	if (now - (link.usedAt ?? -Infinity) >= USE_EVERY_MS)
		await orm.update(calendarLinks).set({ usedAt: now }).where(eq(calendarLinks.userId, user.id));
	const [site] = await orm.select().from(sites);
	const timeZone = site?.timeZone ?? 'UTC';
	const [shifts, sessions, revisions, languageOf] = await Promise.all([
		listOwnShifts(ctx, actor, now - BACK_MS),
		can(actor, 'coaching.own') ? ownSessions(ctx, actor, now - BACK_MS, now + AHEAD_MS, actor.agentId) : [],
		scheduleRevisions(ctx, actor.agentId, now - BACK_MS, timeZone),
		languagesOf(ctx, [user.id])
	]);
	return writeCalendar({
		siteName: site?.name ?? 'Marea',
		timeZone,
		locale: languageOf(user.id),
		nowMs: now,
		shifts: shifts ?? [],
		revisions,
		sessions
	});
}
