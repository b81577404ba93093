import { attendContact, type CareAnswer } from '#lib/server/attention/index.ts';
import { can, formText, scopeOf } from '#lib/server/access/index.ts';
import { floorLoad } from '#lib/server/floor-load.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../plan/read-json.ts';
import { refused } from '../plan/refused.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = requireActor(locals, 'contacts.view');
	const { needs } = runtime();
	const scope = scopeOf(actor);
	return {
		floor: await floorLoad(actor, url),
		needs: scope ? needs.partOnce(scope) : needs.snapshot(),
		me: actor.id,
		mayAttend: can(actor, 'contacts.attend')
	};
};

export const actions: Actions = {
	attend: async ({ locals, request }) => {
		const actor = requireActor(locals, 'contacts.view');
		try {
			const { ctx, centre, needs } = runtime();
			const form = await request.formData();
			const id = formText(form, 'id');
			const answer = readJson('Looking after a contact', form, 'answer') as CareAnswer;
			// A contact that has only just begun must be stored before it can be looked after.
			await centre.project();
			needs.care(id, await attendContact(ctx, actor, id, answer));
		} catch (error) {
			return refused(error);
		}
	}
};
