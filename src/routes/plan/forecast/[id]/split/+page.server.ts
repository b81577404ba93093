import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { findForecast, splitByIntent } from '#lib/server/forecasts/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('plan:forecast');
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx } = runtime();
	const head = await findForecast(ctx, actor, params.id);
	if (!head) error(404, `There is no forecast "${params.id}"; it may have been removed.`);
	const ids = Object.keys(head.detail);
	const asked = url.searchParams.get('queue');
	const queueId = asked !== null && ids.includes(asked) ? asked : ids[0]!;
	const names = new Map((await listQueues(ctx)).map(({ id, name }) => [id, name]));
	const { id, name, fromAt, toAt, timeZone } = head;
	return {
		forecast: { id, name, fromAt, toAt, timeZone },
		queueId,
		queues: ids.map((one) => ({ id: one, name: names.get(one) ?? one })),
		answer: (await splitByIntent(ctx, actor, params.id, queueId))!
	};
};
