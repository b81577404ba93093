import { error, fail, redirect } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	compareScenarios,
	copyScenario,
	listScenarios,
	removeScenario,
	restoreScenario,
	startScenarios,
	type ScenariosWish
} from '#lib/server/capacity/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { findRunningJob } from '../find-running-job.ts';
import { refused } from '../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const MOST_COMPARED = 4;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('plan:capacity');
	const { actor } = locals;
	if (!actor || !can(actor, 'capacity.view')) error(403, 'This page needs the right "capacity.view".');
	const { ctx } = runtime();
	const scenarios = await listScenarios(ctx, actor);
	const asked = (url.searchParams.get('ids') ?? '').split(',').filter((id) => id !== '');
	const known = asked.filter((id) => scenarios.some((scenario) => scenario.id === id));
	// Nothing asked for: the first ones, which are those made from the centre's data.
	const ids = asked.length > 0 ? known : scenarios.slice(0, 3).map(({ id }) => id);
	return {
		scenarios,
		compared: (await compareScenarios(ctx, actor, ids.slice(0, MOST_COMPARED))).map(
			({ id, name, currency, plan }) => ({ id, name, currency, months: plan.months, totals: plan.totals })
		),
		gone: asked.length - known.length,
		mostCompared: MOST_COMPARED,
		job: await findRunningJob(actor, 'capacity'),
		mayManage: can(actor, 'capacity.manage'),
		mayImport: can(actor, 'history.import')
	};
};

export const actions: Actions = {
	start: async ({ locals, request }) => {
		try {
			const { ctx, jobs, centre } = runtime();
			const wish = JSON.parse(formText(await request.formData(), 'wish') || '{}') as ScenariosWish;
			return {
				job: await startScenarios(ctx, jobs, locals.actor!, centre.state.config.site.timeZone, wish)
			};
		} catch (refusal) {
			return refused(refusal);
		}
	},

	stop: async ({ locals, request }) => {
		try {
			return {
				stopped: await runtime().jobs.cancel(locals.actor!, formText(await request.formData(), 'job'))
			};
		} catch (refusal) {
			return refused(refusal);
		}
	},

	copy: async ({ locals, request }) => {
		const form = await request.formData();
		let id: string | null;
		try {
			id = await copyScenario(runtime().ctx, locals.actor!, {
				id: formText(form, 'id'),
				name: formText(form, 'name')
			});
		} catch (refusal) {
			return refused(refusal);
		}
		if (id === null) return fail(404, { message: 'There is no such scenario any more.' });
		redirect(303, `/plan/capacity/${id}`);
	},

	remove: async ({ locals, request }) => {
		try {
			const id = formText(await request.formData(), 'id');
			return { removed: await removeScenario(runtime().ctx, locals.actor!, id) };
		} catch (refusal) {
			return refused(refusal);
		}
	},

	restore: async ({ locals, request }) => {
		try {
			const id = formText(await request.formData(), 'id');
			return { restored: await restoreScenario(runtime().ctx, locals.actor!, id) };
		} catch (refusal) {
			return refused(refusal);
		}
	}
};
