import { fail, redirect } from '@sveltejs/kit';
import { finishSignIn, formText, safeNext } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { keepSession } from '../keep-session.ts';
import { readPending, PENDING_COOKIE } from '../pending.ts';
import type { Actions, PageServerLoad } from './$types';

/** The second step of a sign-in. */
export const load: PageServerLoad = ({ cookies, url }) => {
	if (!readPending(cookies)) redirect(303, `/sign-in${url.search}`);
};

export const actions: Actions = {
	default: async ({ request, url, cookies, getClientAddress }) => {
		const code = formText(await request.formData(), 'code');
		const token = readPending(cookies);
		const result = await finishSignIn(
			runtime().ctx,
			{ token: token ?? '', code },
			{ address: getClientAddress(), headers: request.headers }
		);
		if (result.status === 'wrong-code') return fail(400, { problem: result.status, seconds: 0 });
		if (result.status === 'too-many')
			return fail(429, { problem: result.status, seconds: result.retryAfterSeconds });
		cookies.delete(PENDING_COOKIE, { path: '/sign-in' });
		if (result.status === 'expired') redirect(303, `/sign-in${url.search}`);
		keepSession(cookies, url, result.cookie);
		redirect(303, safeNext(url.searchParams.get('next')));
	}
};
