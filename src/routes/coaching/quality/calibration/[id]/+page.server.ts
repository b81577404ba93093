import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { closeCalibration, readCalibration } from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../../../plan/refused.ts';
import { requireActor } from '../../../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:calibrations');
	const actor = requireActor(locals, 'quality.view');
	const calibration = await readCalibration(runtime().ctx, actor, params.id);
	if (!calibration) error(404, `There is no calibration "${params.id}".`);
	return { calibration, mayEvaluate: can(actor, 'quality.evaluate') };
};

export const actions: Actions = {
	close: async ({ locals, params, request }) => {
		try {
			const isClosed = formText(await request.formData(), 'closed') === 'true';
			await closeCalibration(runtime().ctx, locals.actor!, { id: params.id, isClosed });
		} catch (error) {
			return refused(error);
		}
	}
};
