import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { CoachingNotice } from '#lib/contracts/coaching.ts';
import type { NoticeAbout } from '#lib/contracts/notices.ts';
import type { Context } from '../context.ts';
import { notices, sites, users } from '../db/schema/index.ts';
import { isMailSetUp, queueDelivery } from '../delivery/index.ts';
import { languagesOf } from './language-of.ts';
import { noticeLetter } from './notice-letter.ts';
import { publishNotices } from './notice-listeners.ts';

/**
 * Tells people something: kept as their notices, pushed to their open pages, and sent by e-mail in their language
 * where a mail server is set. Those who are no users any more are left out. Call it once what it tells of is stored.
 *
 * @param href the page of Marea that it opens
 */
export async function tell(
	ctx: Context,
	userIds: readonly string[],
	kind: CoachingNotice,
	about: NoticeAbout,
	href: string
): Promise<void> {
	const { orm } = ctx.db;
	const wanted = [...new Set(userIds)];
	if (wanted.length === 0) return;
	const people = await orm.select().from(users).where(inArray(users.id, wanted));
	if (people.length === 0) return;
	const rows = people.map(({ id }) => ({
		id: randomUUID(),
		userId: id,
		kind,
		about,
		href,
		toldAt: ctx.now()
	}));
	// The demo's people have no mailbox.
	const readers = isMailSetUp() ? people.filter(({ isDemo }) => !isDemo) : [];
	const [site] = readers.length > 0 ? await orm.select().from(sites) : [];
	const languageOf = await languagesOf(
		ctx,
		readers.map(({ id }) => id)
	);
	await orm.batch([
		orm.insert(notices).values(rows),
		...readers.map(({ id, name, email }) =>
			queueDelivery(ctx, {
				kind: 'email',
				target: email,
				payload: noticeLetter(kind, about, {
					name,
					locale: languageOf(id),
					timeZone: site?.timeZone ?? 'UTC',
					page: pageAddress(href)
				})
			})
		)
	]);
	publishNotices(people.map(({ id }) => id));
}

/** A whole address where the centre's own is known (MAREA_URL), else the page's path. */
function pageAddress(href: string): string {
	const base = process.env.MAREA_URL;
	return base && URL.canParse(href, base) ? new URL(href, base).href : href;
}
