import { isAPIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { z } from 'zod';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { authOf } from './auth-of.ts';
import { emailField } from './fields.ts';
import { SESSION_COOKIE, SESSION_SECONDS } from './session-cookie.ts';
import { sessionUserOf } from './session-user-of.ts';
import type { SessionUser } from './session-user.ts';
import { signInLimits } from './sign-in-limits.ts';

export type SignInResult =
	| { status: 'signed-in'; user: SessionUser; cookie: { name: string; value: string; maxAgeSeconds: number } }
	/** Wrong password or no such account: nobody is told which. */
	| { status: 'refused' }
	| { status: 'too-many'; retryAfterSeconds: number };

const credentials = z.object({ email: emailField, password: z.string().min(1).max(1000) });

/** @param address where the request comes from, for the limit on guesses */
export async function signIn(
	ctx: Context,
	input: { email: string; password: string },
	{ address, headers = new Headers() }: { address: string; headers?: Headers }
): Promise<SignInResult> {
	const { byAccount, byAddress } = signInLimits(ctx);
	const accountKey = JSON.stringify([address, input.email.trim().toLowerCase().slice(0, 254)]);
	const wait = Math.max(byAccount.waitSeconds(accountKey), byAddress.waitSeconds(address));
	if (wait > 0) return { status: 'too-many', retryAfterSeconds: wait };
	byAccount.take(accountKey);
	byAddress.take(address);

	const parsed = credentials.safeParse(input);
	if (!parsed.success) return { status: 'refused' };
	const signedIn = await attempt(ctx, parsed.data, headers);
	if (!signedIn) return { status: 'refused' };

	byAccount.giveBack(accountKey);
	byAddress.giveBack(address);
	const { user, value } = signedIn;
	await recordAudit(ctx, { id: `user:${user.id}` }, { action: 'user.sign-in', subject: `user:${user.id}` });
	return {
		status: 'signed-in',
		user,
		cookie: { name: SESSION_COOKIE, value, maxAgeSeconds: SESSION_SECONDS }
	};
}

async function attempt(ctx: Context, body: { email: string; password: string }, headers: Headers) {
	const auth = await authOf(ctx);
	try {
		const answer = await auth.api.signInEmail({
			body,
			headers: withoutCookies(headers),
			returnHeaders: true
		});
		const cookie = parseSetCookieHeader(answer.headers.get('set-cookie') ?? '').get(SESSION_COOKIE);
		if (!cookie) throw new Error('Signing in: no session cookie was made.');
		return { user: sessionUserOf(answer.response.user), value: cookie.value };
	} catch (error) {
		// 400: a password longer than any account can have.
		if (isAPIError(error) && (error.statusCode === 401 || error.statusCode === 400)) return null;
		throw error;
	}
}

/** Who was signed in before has no part in this. */
function withoutCookies(headers: Headers): Headers {
	const kept = new Headers();
	const agent = headers.get('user-agent');
	if (agent) kept.set('user-agent', agent.slice(0, 500));
	return kept;
}
