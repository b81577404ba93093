import { fail } from '@sveltejs/kit';
import { createKey, formText, listKeys, newKey, problemFields, revokeKey } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals, 'keys.manage');
	const keys = await listKeys(runtime().ctx, actor);
	const asked = url.searchParams.get('revoke');
	return {
		keys,
		/** The key whose revocation the address asks about. */
		revoking: keys.find((key) => key.id === asked && key.revokedAt === null) ?? null
	};
};

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const actor = requireActor(locals, 'keys.manage');
		const form = await request.formData();
		const shown = { name: formText(form, 'name'), scope: formText(form, 'scope') };
		const problems = problemFields(newKey, shown);
		if (problems.length > 0) return fail(400, { shown, problems });
		const { key } = await createKey(runtime().ctx, actor, shown);
		return { added: { name: shown.name.trim(), key } };
	},

	revoke: async ({ locals, request }) => {
		const actor = requireActor(locals, 'keys.manage');
		const form = await request.formData();
		const { status } = await revokeKey(runtime().ctx, actor, { keyId: formText(form, 'keyId') });
		if (status !== 'revoked') return fail(404, { problems: [status] });
		return { revoked: true };
	}
};
