import { error, redirect } from '@sveltejs/kit';
import { finishOidc, oidcSettings, safeNext } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { keepSession } from '../../keep-session.ts';
import { STATE_COOKIE } from '../state-cookie.ts';
import type { RequestHandler } from './$types';

/** Where the identity provider sends the browser back to. */
export const GET: RequestHandler = async ({ url, cookies, request, getClientAddress }) => {
	const settings = oidcSettings();
	if (!settings) error(404, 'No identity provider is set: MAREA_OIDC_ISSUER is empty.');
	const cookieState = cookies.get(STATE_COOKIE) ?? null;
	cookies.delete(STATE_COOKIE, { path: '/sign-in/oidc' });
	const result = await finishOidc(
		runtime().ctx,
		settings,
		{ url, cookieState },
		{ address: getClientAddress(), headers: request.headers }
	);
	if (result.status !== 'signed-in') redirect(303, `/sign-in?refused=${result.status}`);
	keepSession(cookies, url, result.cookie);
	redirect(303, safeNext(result.next));
};
