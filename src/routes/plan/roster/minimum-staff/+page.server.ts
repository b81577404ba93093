import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	changeMinimumStaff,
	listMinimumStaff,
	type MinimumStaffChange
} from '#lib/server/minimum-staff/index.ts';
import { listSkills } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('plan:minimum-staff');
	const { actor } = locals;
	if (!actor || !can(actor, 'staffing.view')) error(403, 'This page needs the right "staffing.view".');
	const { ctx, centre } = runtime();
	const [rules, skills] = await Promise.all([listMinimumStaff(ctx, actor), listSkills(ctx)]);
	const { timeZone } = centre.state.config.site;
	return {
		rules,
		skills: skills.map(({ id, name }) => ({ id, name })),
		timeZone,
		now: ctx.now(),
		today: new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.now()),
		mayManage: can(actor, 'roster.compute')
	};
};

export const actions: Actions = {
	/** Adds, changes, removes, and undoes all of that. */
	change: async ({ locals, request }) => {
		try {
			const wanted = JSON.parse(formText(await request.formData(), 'change')) as MinimumStaffChange;
			return await changeMinimumStaff(runtime().ctx, locals.actor!, wanted);
		} catch (thrown) {
			return refused(thrown instanceof SyntaxError ? { status: 400, message: thrown.message } : thrown);
		}
	}
};
