import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { listAgents } from '#lib/server/agents/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	findStaffing,
	readChecks,
	readGroupSeries,
	readPlanSeries,
	readRostered,
	startCheck,
	type StoredCheck
} from '#lib/server/staffing/index.ts';
import { findRunningJob } from '../../find-running-job.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const FULL_TIME_HOURS = 40;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx } = runtime();
	const actor = locals.actor!;
	const plan = await findStaffing(ctx, actor, params.id);
	if (!plan) error(404, `There is no staffing plan "${params.id}".`);
	const [known, agents] = await Promise.all([listQueues(ctx), listAgents(ctx)]);
	const names = new Map(known.map(({ id, name }) => [id, name]));
	const queues = Object.keys(plan.parameters)
		.map((id) => ({ id, name: names.get(id) ?? id }))
		.sort((a, b) => a.name.localeCompare(b.name));
	const asked = url.searchParams.get('queue');
	const queueId = queues.length === 1 ? queues[0]!.id : queues.some(({ id }) => id === asked) ? asked : null;
	const view = url.searchParams.get('view') ?? 'need';
	const [points, groups, checks, rostered, job] = await Promise.all([
		readPlanSeries(ctx, actor, plan, queueId),
		view === 'groups' ? readGroupSeries(ctx, actor, plan) : null,
		readChecks(ctx, actor, plan.id),
		readRostered(ctx, actor, plan, url.searchParams.get('roster')),
		findRunningJob(actor, 'staffing-check')
	]);
	const { request: _, ...terms } = plan.terms ?? { request: null };
	const hours = agents.map(({ contract }) => contract?.maxHoursPerWeek ?? FULL_TIME_HOURS);
	return {
		plan: { ...plan, terms: plan.terms && (terms as Omit<typeof plan.terms, 'request'>) },
		queues,
		queueId,
		view,
		points,
		groups,
		checks: {
			plan: inSight(checks.plan, queueId),
			roster: checks.roster && { ...checks.roster, ...inSight(checks.roster, queueId)! }
		},
		rostered,
		job,
		weekHours: hours.length > 0 ? hours.reduce((sum, one) => sum + one, 0) / hours.length : FULL_TIME_HOURS,
		mayCompute: can(actor, 'staffing.compute'),
		mayRoster: can(actor, 'roster.compute')
	};
};

/** Of a check's intervals those of one queue are drawn: the one chosen, else the one that is most in doubt. */
function inSight(check: StoredCheck | null, queueId: string | null) {
	if (!check) return null;
	const doubtful = check.queues.reduce<StoredCheck['queues'][number] | null>(
		(worst, queue) =>
			worst === null || (queue.probabilityMet?.value ?? 2) < (worst.probabilityMet?.value ?? 2)
				? queue
				: worst,
		null
	);
	const drawn = check.queues.some(({ id }) => id === queueId) ? queueId : (doubtful?.id ?? null);
	return {
		...check,
		drawn,
		queues: check.queues.map((queue) =>
			queue.id === drawn ? queue : { ...queue, p10: [], mean: [], p90: [] }
		)
	};
}

export const actions: Actions = {
	check: async ({ locals, request, params }) => {
		const { ctx, jobs } = runtime();
		try {
			const rosterId = formText(await request.formData(), 'roster') || null;
			return { job: await startCheck(ctx, jobs, locals.actor!, { planId: params.id, rosterId }) };
		} catch (problem) {
			return refused(problem);
		}
	},

	stop: async ({ locals, request }) => {
		try {
			const id = formText(await request.formData(), 'job');
			return { stopping: await runtime().jobs.cancel(locals.actor!, id) };
		} catch (problem) {
			return refused(problem);
		}
	}
};
