import { error, fail } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	findScenario,
	planOf,
	suggestHiring,
	updateScenario,
	type HiringWish,
	type ScenarioFields
} from '#lib/server/capacity/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('plan:capacity-scenario');
	const { actor } = locals;
	if (!actor || !can(actor, 'capacity.view')) error(403, 'This page needs the right "capacity.view".');
	const scenario = await findScenario(runtime().ctx, actor, params.id);
	if (!scenario) error(404, `There is no capacity scenario "${params.id}".`);
	return { scenario, plan: planOf(scenario.input), mayManage: can(actor, 'capacity.manage') };
};

const json = <T>(text: string): T => JSON.parse(text || '{}') as T;

export const actions: Actions = {
	save: async ({ locals, request, params }) => {
		try {
			const fields = json<ScenarioFields>(formText(await request.formData(), 'scenario'));
			if (!(await updateScenario(runtime().ctx, locals.actor!, params.id, fields)))
				return fail(404, { message: 'There is no such scenario any more.' });
			return { saved: true };
		} catch (refusal) {
			return refused(refusal);
		}
	},

	suggest: async ({ locals, request }) => {
		try {
			const wish = json<HiringWish>(formText(await request.formData(), 'wish'));
			const { plan: _, ...hiring } = await suggestHiring(locals.actor!, wish);
			return { hiring };
		} catch (refusal) {
			return refused(refusal);
		}
	}
};
