import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { eraseCustomer, isMasking, setMasking } from '#lib/server/privacy/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('settings:privacy');
	const { actor } = locals;
	if (!actor || !can(actor, 'privacy.manage')) error(403, 'This page needs the right "privacy.manage".');
	return { isMasking: await isMasking(runtime().ctx) };
};

export const actions: Actions = {
	masking: async ({ locals, request }) => {
		try {
			const { ctx, centre } = runtime();
			await setMasking(ctx, locals.actor!, { on: formText(await request.formData(), 'on') === 'yes' });
			centre.ingest.forgetMasking();
			return { saved: true };
		} catch (thrown) {
			return refused(thrown);
		}
	},

	erase: async ({ locals, request }) => {
		try {
			const { ctx, centre } = runtime();
			const customer = formText(await request.formData(), 'customer').trim();
			// What is on its way to the database is there before it is searched, and memory follows before the answer.
			await centre.project();
			const erased = await eraseCustomer(ctx, locals.actor!, { customer });
			await centre.project();
			return erased;
		} catch (thrown) {
			return refused(thrown);
		}
	}
};
