import { adherenceNow } from '#lib/server/adherence-load.ts';
import { adherenceCsv, floorMoment, readAdherenceDay } from '#lib/server/adherence/index.ts';
import { parseIntradayQuery } from '#lib/server/intraday/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** A day's adherence by agent and team, `?day=YYYY-MM-DD`; today also who departs from the schedule now. CSV by Accept. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const { timeZone } = centre.state.config.site;
		const moment = floorMoment(centre.state, ctx.now());
		const { day } = parseIntradayQuery(url.searchParams, moment.nowMs, timeZone);
		await centre.project();
		const view = await readAdherenceDay(ctx, locals.actor!, day, timeZone, moment);
		if (request.headers.get('accept')?.includes('text/csv'))
			return new Response(adherenceCsv(view), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
		const isToday = moment.nowMs < day.toAt;
		return Response.json({ ...view, now: isToday ? await adherenceNow(locals.actor!) : null });
	} catch (error) {
		return refusal(error, 'Adherence could not be read.');
	}
};
