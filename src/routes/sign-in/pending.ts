import type { Cookies } from '@sveltejs/kit';

/** A sign-in whose password was right and whose code is still to come. */
export const PENDING_COOKIE = 'marea.pending';

export const readPending = (cookies: Cookies): string | null => cookies.get(PENDING_COOKIE) ?? null;

export function keepPending(cookies: Cookies, url: URL, token: string): void {
	cookies.set(PENDING_COOKIE, token, {
		path: '/sign-in',
		httpOnly: true,
		sameSite: 'strict',
		secure: url.protocol === 'https:',
		maxAge: 300
	});
}
