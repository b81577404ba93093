import { can, formText } from '#lib/server/access/index.ts';
import { listForecasts } from '#lib/server/forecasts/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	computeStaffing,
	listStaffing,
	removeStaffing,
	type StaffingInput
} from '#lib/server/staffing/index.ts';
import { redirect } from '@sveltejs/kit';
import { refused } from '../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx } = runtime();
	const actor = locals.actor!;
	const [plans, queues, forecasts] = await Promise.all([
		listStaffing(ctx, actor),
		listQueues(ctx),
		can(actor, 'forecast.view') ? listForecasts(ctx, actor) : []
	]);
	return {
		plans: plans.map(({ parameters, ...plan }) => ({ ...plan, queues: Object.keys(parameters).length })),
		forecasts: forecasts.map(({ id, name, fromAt, toAt, timeZone, detail }) => ({
			id,
			name,
			fromAt,
			toAt,
			timeZone,
			queueIds: Object.keys(detail)
		})),
		queues: queues.map((queue) => ({
			id: queue.id,
			name: queue.name,
			serviceLevelShare: queue.serviceLevelShare,
			thresholdSeconds: queue.serviceLevelThresholdSeconds,
			patienceSeconds: queue.patienceSeconds,
			concurrency: queue.concurrency
		})),
		mayCompute: can(actor, 'staffing.compute')
	};
};

export const actions: Actions = {
	compute: async ({ locals, request }) => {
		const form = await request.formData();
		let planId: string;
		try {
			const input = JSON.parse(formText(form, 'input') || '{}') as StaffingInput;
			({ planId } = await computeStaffing(runtime().ctx, locals.actor!, input));
		} catch (error) {
			return refused(error);
		}
		redirect(303, `/plan/staffing/${planId}`);
	},

	remove: async ({ locals, request }) => {
		try {
			await removeStaffing(runtime().ctx, locals.actor!, formText(await request.formData(), 'id'));
			return { removed: true };
		} catch (error) {
			return refused(error);
		}
	}
};
