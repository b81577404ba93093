import { recordAudit } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { authOf } from './auth-of.ts';
import { tellSessionEnds } from './session-ends.ts';
import { sessionOf } from './session-of.ts';

/** Ends the session of the cookie in the headers, with its open pages; nothing happens when there is none. */
export async function signOut(ctx: Context, headers: Headers): Promise<void> {
	const user = await sessionOf(ctx, headers);
	if (!user) return;
	const auth = await authOf(ctx);
	await auth.api.signOut({ headers: new Headers({ cookie: headers.get('cookie') ?? '' }) });
	await recordAudit(ctx, { id: `user:${user.id}` }, { action: 'user.sign-out', subject: `user:${user.id}` });
	if (user.sessionId) tellSessionEnds([user.sessionId]);
}
