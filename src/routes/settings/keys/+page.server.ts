import { fail } from '@sveltejs/kit';
import {
	createKey,
	formText,
	InvalidInputError,
	listKeys,
	listPlaces,
	newKey,
	problemFields,
	revokeKey,
	rotateKey
} from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readScope } from '../users/read-scope.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals, 'keys.manage');
	const { ctx } = runtime();
	const keys = await listKeys(ctx, actor);
	const asked = (what: string) =>
		keys.find((key) => key.id === url.searchParams.get(what) && key.revokedAt === null) ?? null;
	return {
		keys,
		places: await listPlaces(ctx, actor),
		now: ctx.now(),
		/** The key whose revocation, or whose change of secret, the address asks about. */
		revoking: asked('revoke'),
		rotating: asked('rotate')
	};
};

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const actor = requireActor(locals, 'keys.manage');
		const form = await request.formData();
		const days = formText(form, 'expiresInDays');
		const shown = {
			name: formText(form, 'name'),
			scope: formText(form, 'scope'),
			dataScope: readScope(form),
			expiresInDays: days === '' ? null : Number(days)
		};
		const problems = problemFields(newKey, shown);
		if (problems.length > 0) return fail(400, { shown, problems });
		const { key } = await createKey(runtime().ctx, actor, shown);
		return { added: { name: shown.name.trim(), key } };
	},

	rotate: async ({ locals, request }) => {
		const actor = requireActor(locals, 'keys.manage');
		const form = await request.formData();
		try {
			const result = await rotateKey(runtime().ctx, actor, {
				keyId: formText(form, 'keyId'),
				overlapHours: Number(formText(form, 'overlapHours'))
			});
			if (result.status !== 'rotated') return fail(404, { problems: [result.status] });
			return { added: { name: formText(form, 'keyName'), key: result.key } };
		} catch (problem) {
			if (!(problem instanceof InvalidInputError)) throw problem;
			return fail(400, { problems: ['overlapHours'] });
		}
	},

	revoke: async ({ locals, request }) => {
		const actor = requireActor(locals, 'keys.manage');
		const form = await request.formData();
		const { status } = await revokeKey(runtime().ctx, actor, { keyId: formText(form, 'keyId') });
		if (status !== 'revoked') return fail(404, { problems: [status] });
		return { revoked: true };
	}
};
