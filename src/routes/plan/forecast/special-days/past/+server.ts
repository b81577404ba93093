import { readSpecialDayPast } from '#lib/server/forecasts/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What came on the days of a name (`?name=`), beside what usually comes. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { ctx, centre } = runtime();
	const { timeZone } = centre.state.config.site;
	return Response.json(
		await readSpecialDayPast(ctx, locals.actor!, timeZone, url.searchParams.get('name') ?? '')
	);
};
