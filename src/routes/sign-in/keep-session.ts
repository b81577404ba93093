import type { Cookies } from '@sveltejs/kit';
import { SESSION_COOKIE } from '#lib/server/access/index.ts';

/** `Secure` only over https: on a plain LAN the browser would drop the cookie. */
export function keepSession(
	cookies: Cookies,
	url: URL,
	{ value, maxAgeSeconds }: { value: string; maxAgeSeconds: number }
): void {
	cookies.set(SESSION_COOKIE, value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: maxAgeSeconds
	});
}
