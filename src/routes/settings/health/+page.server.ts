import { error } from '@sveltejs/kit';
import { formText } from '#lib/server/access/index.ts';
import { readHealth, redoJob } from '#lib/server/operations/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('settings:health');
	const actor = requireActor(locals, 'system.view');
	return { health: await readHealth(runtime(), actor), readAt: Date.now() };
};

export const actions: Actions = {
	cancel: async ({ locals, request }) => {
		const actor = requireActor(locals, 'system.view');
		try {
			return { stopped: await runtime().jobs.cancel(actor, formText(await request.formData(), 'id')) };
		} catch (thrown) {
			return refused(thrown);
		}
	},

	again: async ({ locals, request }) => {
		const actor = requireActor(locals, 'system.view');
		const { ctx, jobs } = runtime();
		try {
			const job = await jobs.again(actor, formText(await request.formData(), 'id'), redoJob(ctx));
			if (!job) error(404, 'There is no such work.');
			return { job };
		} catch (thrown) {
			return refused(thrown);
		}
	}
};
