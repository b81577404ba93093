import { can } from '#lib/server/access/index.ts';
import { readLearnedCatalogue, saveCatalogue } from '#lib/server/coaching/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../plan/read-json.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

type Changed = Parameters<typeof saveCatalogue>[2];

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:coaching-catalogue');
	const actor = requireActor(locals, 'coaching.view');
	return {
		...(await readLearnedCatalogue(runtime().ctx, actor)),
		mayLead: can(actor, 'coaching.lead')
	};
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		try {
			const changed = readJson('Saving the catalogue', await request.formData(), 'changed') as Changed;
			return { saved: await saveCatalogue(runtime().ctx, locals.actor!, changed) };
		} catch (error) {
			return refused(error);
		}
	}
};
