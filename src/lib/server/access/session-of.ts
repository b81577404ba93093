import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { sessionUse, users } from '../db/schema/index.ts';
import { authOf } from './auth-of.ts';
import { noteAside } from './note-aside.ts';
import { sessionUserOf } from './session-user-of.ts';
import type { SessionUser } from './session-user.ts';

/** Last use is told to the minute: a page that asks often writes no row each time. */
const SEEN_EVERY_MS = 60_000;

/**
 * The person whose session cookie the headers carry; null for none, an expired, a forged or a revoked one.
 *
 * @param address where it is used from, kept with the session; left out where nobody uses it
 */
export async function sessionOf(
	ctx: Context,
	headers: Headers,
	address?: string
): Promise<SessionUser | null> {
	const cookie = headers.get('cookie');
	if (!cookie) return null;
	const auth = await authOf(ctx);
	const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
	if (!found || found.session.expiresAt.getTime() <= ctx.now()) return null;
	const { orm } = ctx.db;
	const sessionId = found.session.id;
	const [row] = await orm
		.select({ user: users, seenAt: sessionUse.lastSeenAt })
		.from(users)
		.leftJoin(sessionUse, eq(sessionUse.sessionId, sessionId))
		.where(eq(users.id, found.user.id));
	if (!row) return null;
	const now = ctx.now();
	if (address !== undefined && now - (row.seenAt ?? -Infinity) >= SEEN_EVERY_MS) {
		const use = { address, lastSeenAt: now };
		await noteAside(
			() =>
				orm
					.insert(sessionUse)
					.values({ sessionId, ...use })
					.onConflictDoUpdate({ target: sessionUse.sessionId, set: use }),
			'the use of a session could not be noted'
		);
	}
	return sessionUserOf(ctx, row.user, sessionId);
}
