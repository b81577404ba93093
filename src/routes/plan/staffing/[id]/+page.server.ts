import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { findStaffing, readPlanSeries } from '#lib/server/staffing/index.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx } = runtime();
	const actor = locals.actor!;
	const plan = await findStaffing(ctx, actor, params.id);
	if (!plan) error(404, `There is no staffing plan "${params.id}".`);
	const names = new Map((await listQueues(ctx)).map(({ id, name }) => [id, name]));
	const queues = Object.keys(plan.parameters).map((id) => ({ id, name: names.get(id) ?? id }));
	const asked = url.searchParams.get('queue');
	const queueId = queues.length === 1 ? queues[0]!.id : queues.some(({ id }) => id === asked) ? asked : null;
	return {
		plan,
		queues,
		queueId,
		points: await readPlanSeries(ctx, actor, plan, queueId),
		mayRoster: can(actor, 'roster.compute')
	};
};
