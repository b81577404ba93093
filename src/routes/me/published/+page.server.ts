import { formText } from '#lib/server/access/index.ts';
import {
	acknowledgePublication,
	listOwnPublications,
	markPublicationsSeen
} from '#lib/server/publishing/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:me');
	return {
		timeZone: locals.site?.timeZone ?? 'UTC',
		/** Null: this user is no agent. */
		publications: await listOwnPublications(runtime().ctx, locals.actor!)
	};
};

export const actions: Actions = {
	acknowledge: async ({ locals, request }) => ({
		acknowledged: await acknowledgePublication(
			runtime().ctx,
			locals.actor!,
			formText(await request.formData(), 'id')
		)
	}),

	seen: async ({ locals }) => ({ seen: await markPublicationsSeen(runtime().ctx, locals.actor!) })
};
