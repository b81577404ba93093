import { parseBotQuery, readBots } from '#lib/server/bots/index.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What the bots did in a period, by the same query as the page's address. */
export const GET: RequestHandler = async ({ url, locals }) => {
	try {
		const { ctx, centre } = runtime();
		const { wallMs, offsetMs } = floorClock(centre.state, ctx.now());
		const query = parseBotQuery(url.searchParams, wallMs + offsetMs, centre.state.config.site.timeZone);
		// What was acknowledged before this request is in the answer.
		await centre.project();
		return Response.json(await readBots(ctx, locals.actor, query));
	} catch (error) {
		return refusal(error, 'The bots could not be read.');
	}
};
