import { redirect } from '@sveltejs/kit';
import { SESSION_COOKIE, signOut } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
	await signOut(runtime().ctx, request.headers);
	cookies.delete(SESSION_COOKIE, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	redirect(303, '/sign-in');
};

/** A link or a reload of the address signs nobody out. */
export const GET: RequestHandler = () => redirect(303, '/');
