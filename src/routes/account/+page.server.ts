import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import {
	accountOf,
	beginSecondFactor,
	changePassword,
	confirmSecondFactor,
	endSessions,
	formText,
	InvalidInputError,
	listUserSessions,
	PASSWORD_MAX_LENGTH,
	PASSWORD_MIN_LENGTH,
	passwordField,
	problemFields,
	removeSecondFactor
} from '#lib/server/access/index.ts';
import type { Actor } from '#lib/server/context.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everybody has one's own account, whatever their rights. */
function own(locals: App.Locals): { actor: Actor; sessionId: string | null } {
	if (!locals.actor || !locals.user) error(401, 'Sign in first.');
	return { actor: locals.actor, sessionId: locals.user.sessionId };
}

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const { actor, sessionId } = own(locals);
	setHeaders({ 'cache-control': 'no-store' });
	const { ctx } = runtime();
	const account = await accountOf(ctx, actor);
	const mustEnrol = locals.user!.mustEnrol;
	const wantsFactor = mustEnrol || url.searchParams.get('set-up') === 'second-factor';
	const factor =
		wantsFactor && account.isLocal && !account.hasSecondFactor ? await beginSecondFactor(ctx, actor) : null;
	return {
		account,
		mustEnrol,
		factor: factor && 'secret' in factor ? factor : null,
		sessions: await listUserSessions(ctx, actor),
		sessionId,
		passwordMin: PASSWORD_MIN_LENGTH,
		passwordMax: PASSWORD_MAX_LENGTH
	};
};

export const actions: Actions = {
	password: async ({ locals, request }) => {
		const { actor, sessionId } = own(locals);
		const form = await request.formData();
		const [current, password] = [formText(form, 'current'), formText(form, 'password')];
		if (problemFields(z.object({ password: passwordField }), { password }).length > 0)
			return fail(400, { act: 'password' as const, problem: 'password' });
		try {
			const { status } = await changePassword(runtime().ctx, actor, { current, password }, { sessionId });
			if (status !== 'changed') return fail(400, { act: 'password' as const, problem: status });
		} catch (problem) {
			if (!(problem instanceof InvalidInputError)) throw problem;
			return fail(400, { act: 'password' as const, problem: 'password' });
		}
		return { act: 'password' as const, done: true };
	},

	confirm: async ({ locals, request }) => {
		const { actor } = own(locals);
		const code = formText(await request.formData(), 'code');
		try {
			const result = await confirmSecondFactor(runtime().ctx, actor, { code });
			if (result.status !== 'confirmed')
				return fail(400, { act: 'confirm' as const, problem: result.status });
			return { act: 'confirm' as const, done: true, codes: result.recoveryCodes };
		} catch (problem) {
			if (!(problem instanceof InvalidInputError)) throw problem;
			return fail(400, { act: 'confirm' as const, problem: 'wrong-code' });
		}
	},

	removeFactor: async ({ locals, request }) => {
		const { actor } = own(locals);
		const password = formText(await request.formData(), 'password');
		const { status } = await removeSecondFactor(runtime().ctx, actor, { password });
		if (status !== 'removed') return fail(400, { act: 'removeFactor' as const, problem: status });
		return { act: 'removeFactor' as const, done: true };
	},

	/** One by its id, or with none all but this one. */
	end: async ({ locals, request }) => {
		const { actor, sessionId } = own(locals);
		const id = formText(await request.formData(), 'id');
		const ended = await endSessions(
			runtime().ctx,
			actor,
			id === '' ? { keepId: sessionId } : { sessionId: id, keepId: sessionId }
		);
		return { act: 'end' as const, done: true, ended };
	}
};
