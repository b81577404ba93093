import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { readForm, saveForm } from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../../../plan/read-json.ts';
import { refused } from '../../../../plan/refused.ts';
import { requireActor } from '../../../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

/** The address of a form that does not exist yet. */
const NEW = 'new';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:quality-forms');
	const actor = requireActor(locals, params.id === NEW ? 'quality.forms' : 'quality.view');
	const timeZone = locals.site?.timeZone ?? 'UTC';
	const mayManage = can(actor, 'quality.forms');
	if (params.id === NEW) return { form: null, mayManage, timeZone };
	const form = await readForm(runtime().ctx, actor, params.id);
	if (!form) error(404, `There is no form "${params.id}".`);
	return { form, mayManage, timeZone };
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		try {
			type Wanted = Omit<Parameters<typeof saveForm>[2], 'id'>;
			const wanted = readJson('Saving a form', await request.formData(), 'form') as Wanted;
			const id = params.id === NEW ? null : params.id;
			return { saved: await saveForm(runtime().ctx, locals.actor!, { ...wanted, id }) };
		} catch (error) {
			return refused(error);
		}
	}
};
