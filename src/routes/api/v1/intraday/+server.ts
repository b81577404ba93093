import { intradayCsv, parseIntradayQuery, readIntraday } from '#lib/server/intraday/index.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** A day's forecast, re-forecast and what came: `?day=YYYY-MM-DD&at=HH:MM&queue=ID`, all optional. CSV by Accept. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const { timeZone } = centre.state.config.site;
		const { wallMs, offsetMs } = floorClock(centre.state, ctx.now());
		const query = parseIntradayQuery(url.searchParams, wallMs + offsetMs, timeZone);
		// What was acknowledged before this request is in the answer.
		await centre.project();
		const view = await readIntraday(ctx, locals.actor!, { ...query, timeZone });
		if (!request.headers.get('accept')?.includes('text/csv')) return Response.json(view);
		return new Response(intradayCsv(view), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
	} catch (error) {
		return refusal(error, 'The day could not be read.');
	}
};
