import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { InvalidDay, localDayOf, parseIntradayQuery, readIntraday } from '#lib/server/intraday/index.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('plan:intraday');
	const { actor } = locals;
	if (!actor || !can(actor, 'intraday.view')) error(403, 'This page needs the right "intraday.view".');
	const { ctx, centre } = runtime();
	const { timeZone } = centre.state.config.site;
	const clock = floorClock(centre.state, ctx.now());
	const nowMs = clock.wallMs + clock.offsetMs;
	await centre.project();
	const { queueId, ...asked } = queryOf(url.searchParams, nowMs, timeZone);
	const { queues, total, ...view } = await readIntraday(ctx, actor, { ...asked, timeZone });
	// Only what is drawn is sent with its intervals.
	const shown = queues.find((queue) => queue.queueId === queueId) ?? null;
	return {
		view,
		total: total.totals,
		queues: queues.map(({ intervals: _, ...queue }) => queue),
		shown: shown ?? total,
		today: localDayOf(nowMs, timeZone).day,
		nowMs,
		mode: clock.mode,
		mayForecast: can(actor, 'forecast.view')
	};
};

function queryOf(query: URLSearchParams, nowMs: number, timeZone: string) {
	try {
		return parseIntradayQuery(query, nowMs, timeZone);
	} catch (reason) {
		if (reason instanceof InvalidDay) error(400, reason.message);
		throw reason;
	}
}
