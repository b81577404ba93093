import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import {
	completeReset,
	formText,
	InvalidInputError,
	isResetLink,
	PASSWORD_MAX_LENGTH,
	PASSWORD_MIN_LENGTH,
	passwordField,
	problemFields,
	requestReset
} from '#lib/server/access/index.ts';
import { isMailSetUp } from '#lib/server/delivery/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { log } from '#lib/server/log.ts';
import { postResetLetter } from './post-reset-letter.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link needs the centre's own address: that of a request can be forged. */
const canSend = (): boolean => isMailSetUp() && Boolean(process.env.MAREA_URL);

export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
	const token = url.searchParams.get('token');
	return {
		canSend: canSend(),
		hasToken: token !== null,
		isGood: token !== null && (await isResetLink(runtime().ctx, token)),
		passwordMin: PASSWORD_MIN_LENGTH,
		passwordMax: PASSWORD_MAX_LENGTH
	};
};

export const actions: Actions = {
	ask: async ({ request, getClientAddress, locals }) => {
		if (!canSend()) return fail(404, { problem: 'no-mail', seconds: 0 });
		const email = formText(await request.formData(), 'email');
		const asked = requestReset(runtime().ctx, { email }, { address: getClientAddress() }, (letter) =>
			postResetLetter(letter, locals.locale)
		);
		if (asked.status === 'too-many')
			return fail(429, { problem: asked.status, seconds: asked.retryAfterSeconds });
		// Not waited for: how long it takes would tell whether there is such an account.
		asked.sent.catch((error: unknown) => log.error({ err: error }, 'a reset letter could not be sent'));
		return { done: 'asked' as const };
	},

	choose: async ({ request, url }) => {
		const password = formText(await request.formData(), 'password');
		if (problemFields(z.object({ password: passwordField }), { password }).length > 0)
			return fail(400, { problem: 'password', seconds: 0 });
		try {
			const token = url.searchParams.get('token') ?? '';
			const { status } = await completeReset(runtime().ctx, { token, password });
			if (status === 'expired') return fail(400, { problem: status, seconds: 0 });
			return { done: 'reset' as const };
		} catch (error) {
			if (error instanceof InvalidInputError) return fail(400, { problem: 'password', seconds: 0 });
			throw error;
		}
	}
};
