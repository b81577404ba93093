import type { CustomFetch, IDToken } from 'openid-client';
import { log } from '../../log.ts';
import type { Context } from '../../context.ts';
import { takeToken } from '../one-time-token.ts';
import { openSession, type From, type OpenedSession } from '../open-session.ts';
import { groupRoles, roleOf } from './group-roles.ts';
import { keepOidcUser, endOidcUser } from './keep-oidc-user.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { providerOf } from './provider.ts';

export type OidcResult =
	| (OpenedSession & { next: string })
	/** No sign-in was begun in this browser, or too long ago. */
	| { status: 'expired' }
	/** The provider refused, or what it sent does not hold. */
	| { status: 'refused' }
	/** No group of the person has a role here. */
	| { status: 'no-role' }
	/** The provider told no e-mail address that it has checked. */
	| { status: 'no-email' }
	/** A local account has the address: nobody takes it over by it. */
	| { status: 'email-taken' };

/**
 * Ends a sign-in with what the provider sent back: code against tokens with the verifier, signature, issuer, audience,
 * times and nonce checked. Role and part of the centre follow the groups at each sign-in.
 *
 * @param cookieState of the browser's cookie: it must be the state that comes back
 */
export async function finishOidc(
	ctx: Context,
	settings: OidcSettings,
	{ url, cookieState }: { url: URL; cookieState: string | null },
	from: From,
	fetcher?: CustomFetch
): Promise<OidcResult> {
	const state = url.searchParams.get('state');
	if (!state || state !== cookieState) return { status: 'expired' };
	const begun = await takeToken(ctx, 'oidc', state);
	if (!begun) return { status: 'expired' };
	const { verifier, nonce, next, redirectUri } = begun.data as Record<string, string>;
	const answer = new URL(redirectUri!);
	answer.search = url.search;
	const told = await claimsFrom(
		ctx,
		settings,
		answer,
		{ state, nonce: nonce!, verifier: verifier! },
		fetcher
	);
	if (!told) return { status: 'refused' };

	const subject = { issuer: settings.issuer.href, sub: told.sub };
	const role = roleOf(await groupRoles(ctx), groupsOf(told[settings.groupsClaim]));
	if (!role) {
		await endOidcUser(ctx, subject);
		return { status: 'no-role' };
	}
	if (typeof told.email !== 'string' || told.email_verified === false) return { status: 'no-email' };
	const agentId = settings.agentClaim === null ? null : told[settings.agentClaim];
	const kept = await keepOidcUser(ctx, subject, {
		email: told.email.trim().toLowerCase(),
		name: typeof told.name === 'string' && told.name.trim() ? told.name.trim().slice(0, 120) : told.email,
		...role,
		// Whose claim is gone is that agent no longer.
		...(settings.agentClaim === null ? {} : { agentId: typeof agentId === 'string' ? agentId : null })
	});
	if (kept.status !== 'kept') return kept;
	return { ...(await openSession(ctx, kept.user, from, 'oidc')), next: next! };
}

type Claims = IDToken & Record<string, unknown>;

async function claimsFrom(
	ctx: Context,
	settings: OidcSettings,
	answer: URL,
	expected: { state: string; nonce: string; verifier: string },
	fetcher?: CustomFetch
): Promise<Claims | null> {
	try {
		const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
		const provider = await providerOf(settings, ctx.now(), fetcher);
		const tokens = await authorizationCodeGrant(provider, answer, {
			expectedState: expected.state,
			expectedNonce: expected.nonce,
			pkceCodeVerifier: expected.verifier,
			idTokenExpected: true
		});
		const claims = tokens.claims()! as Claims;
		const isWhole = claims.email !== undefined && claims[settings.groupsClaim] !== undefined;
		if (isWhole || !provider.serverMetadata().userinfo_endpoint) return claims;
		// Some providers put groups and addresses there only; the subject must be the token's.
		return { ...(await fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims };
	} catch (error) {
		// Its message alone: the rest holds what the token says of the person.
		const { message, cause } = error as Error;
		log.warn({ reason: message, cause: (cause as Error | undefined)?.message }, 'a sign-in was refused');
		return null;
	}
}

const groupsOf = (claim: unknown): string[] => {
	if (Array.isArray(claim)) return claim.filter((one) => typeof one === 'string');
	return typeof claim === 'string' ? claim.split(/[\s,]+/) : [];
};
