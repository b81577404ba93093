import { formText, can } from '#lib/server/access/index.ts';
import { listForms, retireForm } from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../../plan/refused.ts';
import { requireActor } from '../../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:quality-forms');
	const actor = requireActor(locals, 'quality.view');
	return {
		forms: await listForms(runtime().ctx, actor),
		timeZone: locals.site?.timeZone ?? 'UTC',
		mayManage: can(actor, 'quality.forms')
	};
};

export const actions: Actions = {
	retire: async ({ locals, request }) => {
		try {
			const form = await request.formData();
			await retireForm(runtime().ctx, locals.actor!, {
				id: formText(form, 'id'),
				isRetired: formText(form, 'retired') === 'true'
			});
		} catch (error) {
			return refused(error);
		}
	}
};
