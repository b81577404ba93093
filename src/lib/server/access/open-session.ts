import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { sessions, sessionUse, type users } from '../db/schema/index.ts';
import { secretOf } from './secret-of.ts';
import { SESSION_COOKIE, SESSION_SECONDS } from './session-cookie.ts';
import { sessionUserOf } from './session-user-of.ts';
import type { SessionUser } from './session-user.ts';

export interface From {
	/** Where the request comes from. */
	address: string;
	headers?: Headers;
}

export interface OpenedSession {
	status: 'signed-in';
	user: SessionUser;
	cookie: { name: string; value: string; maxAgeSeconds: number };
}

/** Opens a session, always a new one, for somebody who has shown who they are. The cookie is signed as better-auth reads it. */
export async function openSession(
	ctx: Context,
	user: typeof users.$inferSelect,
	{ address, headers = new Headers() }: From,
	how: 'password' | 'second-factor' | 'recovery-code' | 'oidc'
): Promise<OpenedSession> {
	const token = randomBytes(24).toString('base64url');
	const id = randomUUID();
	const at = ctx.now();
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(sessions).values({
			id,
			token,
			userId: user.id,
			expiresAt: new Date(at + SESSION_SECONDS * 1000),
			userAgent: headers.get('user-agent')?.slice(0, 500) ?? null,
			createdAt: new Date(at),
			updatedAt: new Date(at)
		}),
		orm.insert(sessionUse).values({ sessionId: id, address, lastSeenAt: at }),
		recordAudit(
			ctx,
			{ id: `user:${user.id}` },
			{ action: 'user.sign-in', subject: `user:${user.id}`, after: { how } }
		)
	]);
	const signature = createHmac('sha256', await secretOf(ctx))
		.update(token)
		.digest('base64');
	return {
		status: 'signed-in',
		user: await sessionUserOf(ctx, user, id),
		cookie: { name: SESSION_COOKIE, value: `${token}.${signature}`, maxAgeSeconds: SESSION_SECONDS }
	};
}
