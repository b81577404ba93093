import { can, formText } from '#lib/server/access/index.ts';
import { listForecasts } from '#lib/server/forecasts/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	findStaffing,
	listStaffing,
	readFormFacts,
	readShrinkage,
	removeStaffing,
	requestOfPlan,
	restoreStaffing,
	saveShrinkage,
	startStaffing,
	type StaffingInput
} from '#lib/server/staffing/index.ts';
import { findRunningJob } from '../find-running-job.ts';
import { readJson } from '../read-json.ts';
import { refused } from '../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = runtime();
	const actor = locals.actor!;
	const mayCompute = can(actor, 'staffing.compute');
	const [plans, forecasts, shrinkage, job] = await Promise.all([
		listStaffing(ctx, actor),
		can(actor, 'forecast.view') ? listForecasts(ctx, actor) : [],
		readShrinkage(ctx, actor),
		findRunningJob(actor, 'staffing')
	]);
	const asksForm = ['new', 'forecast', 'copy'].some((name) => url.searchParams.has(name));
	const showsForm = mayCompute && forecasts.length > 0 && (asksForm || plans.length === 0);
	const copyId = url.searchParams.get('copy');
	const copied = copyId === null ? null : await findStaffing(ctx, actor, copyId);
	return {
		plans: plans.map(({ parameters, terms: _, groups, ...plan }) => ({
			...plan,
			queues: Object.keys(parameters).length,
			isPooled: groups !== null
		})),
		forecasts: forecasts.map(({ id, name, fromAt, toAt, timeZone, detail }) => ({
			id,
			name,
			fromAt,
			toAt,
			timeZone,
			queueIds: Object.keys(detail)
		})),
		queues: showsForm ? await readFormFacts(ctx, actor) : [],
		shrinkage,
		copied: copied && requestOfPlan(copied),
		showsForm,
		job,
		mayCompute
	};
};

export const actions: Actions = {
	compute: async ({ locals, request }) => {
		const { ctx, jobs } = runtime();
		try {
			const input = readJson('Computing staffing', await request.formData(), 'input') as StaffingInput;
			return { job: await startStaffing(ctx, jobs, locals.actor!, input) };
		} catch (error) {
			return refused(error);
		}
	},

	stop: async ({ locals, request }) => {
		try {
			const id = formText(await request.formData(), 'job');
			return { stopping: await runtime().jobs.cancel(locals.actor!, id) };
		} catch (error) {
			return refused(error);
		}
	},

	shrinkage: async ({ locals, request }) => {
		try {
			const list = readJson('Saving the shrinkage list', await request.formData(), 'list');
			await saveShrinkage(runtime().ctx, locals.actor!, list as Parameters<typeof saveShrinkage>[2]);
			return { saved: true };
		} catch (error) {
			return refused(error);
		}
	},

	remove: async ({ locals, request }) => {
		try {
			const id = formText(await request.formData(), 'id');
			return { removed: (await removeStaffing(runtime().ctx, locals.actor!, id)) ? id : null };
		} catch (error) {
			return refused(error);
		}
	},

	restore: async ({ locals, request }) => {
		try {
			const id = formText(await request.formData(), 'id');
			return { restored: await restoreStaffing(runtime().ctx, locals.actor!, id) };
		} catch (error) {
			return refused(error);
		}
	}
};
