import { fail } from '@sveltejs/kit';
import { formText, problemFields, seesQueue } from '#lib/server/access/index.ts';
import { BOARD_SECONDS, createKiosk, listKiosks, newKiosk, revokeKiosk } from '#lib/server/kiosks/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals, 'kiosks.manage');
	const { ctx, centre } = runtime();
	const kiosks = await listKiosks(ctx, actor);
	const asked = url.searchParams.get('revoke');
	return {
		kiosks,
		queues: centre.state.config.queues
			.filter(({ id }) => seesQueue(actor, id))
			.map(({ id, name }) => ({ id, name })),
		seconds: BOARD_SECONDS,
		locale: locals.locale ?? 'en',
		/** The link whose revocation the address asks about. */
		revoking: kiosks.find(({ id, revokedAt }) => id === asked && revokedAt === null) ?? null
	};
};

export const actions: Actions = {
	add: async ({ locals, request, url }) => {
		const actor = requireActor(locals, 'kiosks.manage');
		const form = await request.formData();
		const input = {
			name: formText(form, 'name'),
			board: {
				queues: form.getAll('queues').filter((value) => typeof value === 'string'),
				seconds: Number(formText(form, 'seconds')),
				locale: formText(form, 'locale') as 'en',
				theme: formText(form, 'theme') as 'dark'
			}
		};
		const problems = problemFields(newKiosk, input);
		if (problems.length > 0) return fail(400, { shown: input, problems });
		const { token } = await createKiosk(runtime().ctx, actor, input);
		return { added: { name: input.name.trim(), link: `${url.origin}/wallboard?token=${token}` } };
	},

	revoke: async ({ locals, request }) => {
		const actor = requireActor(locals, 'kiosks.manage');
		const form = await request.formData();
		const { ctx, kiosks } = runtime();
		const { status } = await revokeKiosk(ctx, actor, { kioskId: formText(form, 'kioskId') }, kiosks);
		if (status !== 'revoked') return fail(404, { problems: [status] });
		return { revoked: true };
	}
};
