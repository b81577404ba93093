import { fail, redirect } from '@sveltejs/kit';
import {
	DEMO_ACCOUNTS,
	DEMO_PASSWORD,
	formText,
	hasAnyUser,
	oidcSettings,
	safeNext,
	signIn
} from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';
import { keepSession } from './keep-session.ts';
import { keepPending } from './pending.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.user) redirect(303, safeNext(url.searchParams.get('next')));
	const { ctx, demo } = runtime();
	if (!(await hasAnyUser(ctx))) redirect(303, '/welcome');
	return {
		demoAccounts: demo ? DEMO_ACCOUNTS : [],
		demoPassword: demo ? DEMO_PASSWORD : '',
		/** The identity provider's name; null where none is set. */
		provider: oidcSettings()?.name ?? null,
		/** What came of a sign-in there. */
		refused: url.searchParams.get('refused'),
		next: url.searchParams.get('next')
	};
};

export const actions: Actions = {
	default: async ({ request, url, cookies, getClientAddress }) => {
		const form = await request.formData();
		const email = formText(form, 'email');
		const result = await signIn(
			runtime().ctx,
			{ email, password: formText(form, 'password') },
			{ address: getClientAddress(), headers: request.headers }
		);
		if (result.status === 'too-many')
			return fail(429, { email, problem: result.status, seconds: result.retryAfterSeconds });
		if (result.status === 'refused') return fail(400, { email, problem: result.status, seconds: 0 });
		if (result.status === 'second-factor') {
			keepPending(cookies, url, result.token);
			redirect(303, `/sign-in/code${url.search}`);
		}
		keepSession(cookies, url, result.cookie);
		redirect(303, safeNext(url.searchParams.get('next')));
	}
};
