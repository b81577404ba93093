import { fail, redirect } from '@sveltejs/kit';
import {
	createFirstAdmin,
	firstRun,
	formText,
	hasAnyUser,
	PASSWORD_MAX_LENGTH,
	PASSWORD_MIN_LENGTH,
	problemFields,
	signIn
} from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { keepSession } from '../sign-in/keep-session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	if (await hasAnyUser(runtime().ctx)) redirect(303, '/');
	return {
		timeZones: [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])],
		/** For a browser without scripts, which can't say its own. */
		serverTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		passwordMin: PASSWORD_MIN_LENGTH,
		passwordMax: PASSWORD_MAX_LENGTH
	};
};

export const actions: Actions = {
	default: async ({ request, url, cookies, getClientAddress }) => {
		const { ctx, centre } = runtime();
		const form = await request.formData();
		const shown = {
			siteName: formText(form, 'siteName'),
			timeZone: formText(form, 'timeZone'),
			name: formText(form, 'name'),
			email: formText(form, 'email')
		};
		const password = formText(form, 'password');
		const problems = problemFields(firstRun, { ...shown, password });
		if (problems.length > 0) return fail(400, { shown, problems });
		const made = await createFirstAdmin(ctx, { ...shown, password });
		if (made.status === 'already-set-up') return fail(409, { shown, problems: ['already-set-up'] });
		await centre.reconfigure();

		const signedIn = await signIn(
			ctx,
			{ email: shown.email, password },
			{ address: getClientAddress(), headers: request.headers }
		);
		if (signedIn.status !== 'signed-in') redirect(303, '/sign-in');
		keepSession(cookies, url, signedIn.cookie);
		redirect(303, '/');
	}
};
