import { can } from '#lib/server/access/index.ts';
import { listCalibrations, listForms, listQueue, startCalibration } from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../../plan/read-json.ts';
import { refused } from '../../../plan/refused.ts';
import { requireActor } from '../../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

/** So many waiting conversations are offered to choose from. */
const OFFERED = 30;

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:calibrations');
	const actor = requireActor(locals, 'quality.view');
	const { ctx } = runtime();
	const [list, forms, queue] = await Promise.all([
		listCalibrations(ctx, actor),
		listForms(ctx, actor),
		listQueue(ctx, actor)
	]);
	return {
		...list,
		forms: forms.filter(({ isRetired }) => !isRetired),
		offered: queue.rows.filter(({ state }) => state === 'open').slice(0, OFFERED),
		timeZone: locals.site?.timeZone ?? 'UTC',
		mayEvaluate: can(actor, 'quality.evaluate')
	};
};

export const actions: Actions = {
	start: async ({ locals, request }) => {
		try {
			type Wanted = Parameters<typeof startCalibration>[2];
			const wanted = readJson('Starting a calibration', await request.formData(), 'calibration') as Wanted;
			return await startCalibration(runtime().ctx, locals.actor!, wanted);
		} catch (error) {
			return refused(error);
		}
	}
};
