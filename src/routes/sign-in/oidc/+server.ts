import { error, redirect } from '@sveltejs/kit';
import { beginOidc, oidcSettings, safeNext } from '#lib/server/access/index.ts';
import { log } from '#lib/server/log.ts';
import { runtime } from '#lib/server/runtime.ts';
import { STATE_COOKIE, stateCookie } from './state-cookie.ts';
import type { RequestHandler } from './$types';

/** Sends the browser to the identity provider. */
export const GET: RequestHandler = async ({ url, cookies }) => {
	const settings = oidcSettings();
	if (!settings) error(404, 'No identity provider is set: MAREA_OIDC_ISSUER is empty.');
	const base = process.env.MAREA_URL ?? url.origin;
	let begun;
	try {
		begun = await beginOidc(runtime().ctx, settings, {
			redirectUri: new URL('/sign-in/oidc/callback', base).href,
			next: safeNext(url.searchParams.get('next'))
		});
	} catch (fault) {
		log.error({ err: fault }, 'the identity provider could not be asked');
		redirect(303, '/sign-in?refused=unreachable');
	}
	cookies.set(STATE_COOKIE, begun.state, stateCookie(url, begun.maxAgeSeconds));
	redirect(303, begun.url.href);
};
