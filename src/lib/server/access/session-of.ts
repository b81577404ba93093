import type { Context } from '../context.ts';
import { authOf } from './auth-of.ts';
import { sessionUserOf } from './session-user-of.ts';
import type { SessionUser } from './session-user.ts';

/** The person whose session cookie the headers carry; null for none, an expired, a forged or a revoked one. */
export async function sessionOf(ctx: Context, headers: Headers): Promise<SessionUser | null> {
	const cookie = headers.get('cookie');
	if (!cookie) return null;
	const auth = await authOf(ctx);
	const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
	if (!found || found.session.expiresAt.getTime() <= ctx.now()) return null;
	return sessionUserOf(found.user);
}
