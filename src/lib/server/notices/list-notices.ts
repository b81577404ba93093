import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { NoticeList } from '#lib/contracts/notices.ts';
import type { Actor, Context } from '../context.ts';
import { notices } from '../db/schema/index.ts';
import { personOf } from './person-of.ts';

const LATEST = 30;

/** The actor's own notices, newest first, and how many are unread. Nobody can ask for another's. */
export async function listNotices(ctx: Context, actor: Pick<Actor, 'id'> | null): Promise<NoticeList> {
	const userId = personOf(actor);
	const { orm } = ctx.db;
	const { id, kind, about, href, toldAt, readAt } = notices;
	const [latest, [unread]] = await Promise.all([
		orm
			.select({ id, kind, about, href, toldAt, readAt })
			.from(notices)
			.where(eq(notices.userId, userId))
			.orderBy(desc(toldAt), desc(id))
			.limit(LATEST),
		orm
			.select({ count: count() })
			.from(notices)
			.where(and(eq(notices.userId, userId), isNull(readAt)))
	]);
	return { unread: unread?.count ?? 0, latest };
}
