import { can, formText } from '#lib/server/access/index.ts';
import { createAgents, importAgents } from '#lib/server/agents/index.ts';
import { decodeText } from '#lib/server/history/index.ts';
import { listRosters, removeRoster, SHIFT_CHOICES, sizeUp, startRoster } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { listStaffing } from '#lib/server/staffing/index.ts';
import { fail } from '@sveltejs/kit';
import { refused } from '../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const LARGEST_FILE_BYTES = 2_000_000;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, jobs } = runtime();
	const actor = locals.actor!;
	const [rosters, plans, recent] = await Promise.all([
		listRosters(ctx, actor),
		can(actor, 'staffing.view') ? listStaffing(ctx, actor) : [],
		jobs.list(actor, 'roster', 1)
	]);
	const planId = plans.find(({ id }) => id === url.searchParams.get('plan'))?.id ?? plans[0]?.id ?? null;
	const jobId = url.searchParams.get('job');
	const job = jobId ? await jobs.find(actor, jobId) : null;
	const underWay = recent.find(({ state }) => state === 'queued' || state === 'running') ?? null;
	return {
		rosters: rosters.map(({ result, ...roster }) => ({
			...roster,
			state: result.status,
			// Since it was edited by hand, what the run said is not of these shifts.
			gap: roster.editedAt === null ? result.gap : null,
			violations: roster.editedAt === null ? result.violations.length : null
		})),
		plans: plans.map(({ id, name, fromAt, toAt, timeZone }) => ({ id, name, fromAt, toAt, timeZone })),
		planId,
		size: planId === null ? null : await sizeUp(ctx, actor, planId),
		kinds: SHIFT_CHOICES,
		job: job ?? underWay,
		mayCompute: can(actor, 'roster.compute'),
		mayPublish: can(actor, 'roster.publish')
	};
};

export const actions: Actions = {
	start: async ({ locals, request }) => {
		const form = await request.formData();
		try {
			const { ctx, jobs } = runtime();
			const job = await startRoster(ctx, jobs, locals.actor!, {
				name: formText(form, 'name'),
				planId: formText(form, 'planId'),
				start: formText(form, 'start'),
				days: Number(formText(form, 'days')),
				seconds: Number(formText(form, 'seconds')),
				kinds: form.getAll('kinds') as ('full' | 'short' | 'half')[]
			});
			return { job };
		} catch (error) {
			return refused(error);
		}
	},

	stop: async ({ locals, request }) => {
		try {
			const isUnderWay = await runtime().jobs.cancel(locals.actor!, formText(await request.formData(), 'id'));
			return { stopping: isUnderWay };
		} catch (error) {
			return refused(error);
		}
	},

	importAgents: async ({ locals, request }) => {
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0 || file.size > LARGEST_FILE_BYTES)
			return fail(400, {
				agentsMessage: 'Importing agents: choose a CSV file of up to 2 MB with a line per agent.'
			});
		try {
			const text = decodeText(new Uint8Array(await file.arrayBuffer()));
			const report = await importAgents(runtime().ctx, locals.actor!, text);
			await runtime().centre.reconfigure();
			return { report };
		} catch (error) {
			return refused(error);
		}
	},

	createAgents: async ({ locals, request }) => {
		const form = await request.formData();
		try {
			const { created } = await createAgents(runtime().ctx, locals.actor!, {
				count: Number(formText(form, 'count')),
				prefix: formText(form, 'prefix'),
				skillIds: form.getAll('skills').map(String),
				minHoursPerWeek: Number(formText(form, 'minHours')),
				maxHoursPerWeek: Number(formText(form, 'maxHours'))
			});
			await runtime().centre.reconfigure();
			return { created };
		} catch (error) {
			return refused(error);
		}
	},

	remove: async ({ locals, request }) => {
		try {
			await removeRoster(runtime().ctx, locals.actor!, formText(await request.formData(), 'id'));
			return { removed: true };
		} catch (error) {
			return refused(error);
		}
	}
};
