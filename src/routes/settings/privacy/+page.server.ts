import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import type { Retention } from '#lib/contracts/retention.ts';
import { eraseAgent, eraseCustomer, isMasking, setMasking } from '#lib/server/privacy/index.ts';
import { previewPurge, readRetention, setRetention } from '#lib/server/retention/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('settings:privacy');
	const { actor } = locals;
	if (!actor || !can(actor, 'privacy.manage')) error(403, 'This page needs the right "privacy.manage".');
	const { ctx } = runtime();
	const { retention, last } = await readRetention(ctx);
	return { isMasking: await isMasking(ctx), retention, lastPurge: last };
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

	retention: async ({ locals, request }) => {
		try {
			const wanted = JSON.parse(formText(await request.formData(), 'retention') || '{}') as Retention;
			await setRetention(runtime().ctx, locals.actor!, wanted);
			return { saved: true };
		} catch (thrown) {
			return refused(thrown);
		}
	},

	/** What a purge would take; nothing is changed. */
	preview: async ({ locals }) => {
		try {
			return { preview: await previewPurge(runtime().ctx, locals.actor!) };
		} catch (thrown) {
			return refused(thrown);
		}
	},

	eraseAgent: async ({ locals, request }) => {
		try {
			const { ctx, centre } = runtime();
			const agent = formText(await request.formData(), 'agent').trim();
			await centre.project();
			const erased = await eraseAgent(ctx, locals.actor!, { agent });
			await centre.project();
			if (erased.pseudonym !== null) await centre.reconfigure();
			return erased;
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
