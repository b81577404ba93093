import { fail, redirect } from '@sveltejs/kit';
import {
	DEMO_ACCOUNTS,
	DEMO_PASSWORD,
	formText,
	hasAnyUser,
	safeNext,
	signIn
} from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';
import { keepSession } from './keep-session.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.user) redirect(303, safeNext(url.searchParams.get('next')));
	const { ctx, demo } = runtime();
	if (!(await hasAnyUser(ctx))) redirect(303, '/welcome');
	return { demoAccounts: demo ? DEMO_ACCOUNTS : [], demoPassword: demo ? DEMO_PASSWORD : '' };
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
		keepSession(cookies, url, result.cookie);
		redirect(303, safeNext(url.searchParams.get('next')));
	}
};
