import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { readForecastView } from '#lib/server/forecasts/index.ts';
import { openTimeZone } from '#lib/server/history/index.ts';
import { listQueues } from '#lib/server/queues/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { dayTotals } from './day-totals.ts';
import { weekShape } from './week-shape.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor } = locals;
	if (!actor || !can(actor, 'forecast.view')) error(403, 'This page needs the right "forecast.view".');
	const { ctx } = runtime();
	const view = await readForecastView(ctx, actor, params.id, url.searchParams.get('queue'));
	if (!view) error(404, `There is no forecast "${params.id}"; it may have been removed.`);
	const { detail, ...head } = view.head;
	const names = new Map((await listQueues(ctx)).map((queue) => [queue.id, queue]));
	const { offsetMs } = openTimeZone(head.timeZone)!;
	const past = view.history.map(({ at, offered }) => ({
		at,
		offered,
		p10: null,
		p90: null,
		ahtSeconds: null
	}));
	return {
		forecast: head,
		queueId: view.queueId,
		queues: Object.keys(detail).map((id) => ({ id, name: names.get(id)?.name ?? id })),
		isDemo: names.get(view.queueId)?.isDemo ?? false,
		detail: detail[view.queueId]!,
		history: view.history,
		intervals: view.intervals,
		historyDays: dayTotals(past, offsetMs),
		days: dayTotals(view.intervals, offsetMs),
		week: weekShape(view.intervals, head.intervalSeconds, offsetMs),
		mayStaff: can(actor, 'staffing.compute')
	};
};
