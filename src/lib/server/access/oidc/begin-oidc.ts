import type { CustomFetch } from 'openid-client';
import type { Context } from '../../context.ts';
import { makeToken } from '../one-time-token.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { providerOf } from './provider.ts';

const SECONDS = 600;

/**
 * Begins a sign-in at the identity provider: where to send the browser, and the state that it must bring back. The route
 * keeps the state in a cookie of its own, so that an answer counts only in the browser that asked.
 */
export async function beginOidc(
	ctx: Context,
	settings: OidcSettings,
	{ redirectUri, next }: { redirectUri: string; next: string },
	fetcher?: CustomFetch
): Promise<{ url: URL; state: string; maxAgeSeconds: number }> {
	const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier } =
		await import('openid-client');
	const provider = await providerOf(settings, ctx.now(), fetcher);
	const verifier = randomPKCECodeVerifier();
	const nonce = randomNonce();
	const state = await makeToken(ctx, 'oidc', {
		userId: null,
		data: { verifier, nonce, next, redirectUri },
		seconds: SECONDS
	});
	const url = buildAuthorizationUrl(provider, {
		redirect_uri: redirectUri,
		scope: settings.scopes,
		state,
		nonce,
		code_challenge: await calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	});
	return { url, state, maxAgeSeconds: SECONDS };
}
