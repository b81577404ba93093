import { ownFeed } from '#lib/server/coaching/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** One agent's coaching: an agent's own, anybody's for a coach. */
export const GET: RequestHandler = async ({ params, locals }) => {
	try {
		const feed = await ownFeed(runtime().ctx, locals.actor!, params.id);
		if (feed) return Response.json(feed);
		return Response.json({ error: `There is no agent "${params.id}".` }, { status: 404 });
	} catch (error) {
		return refusal(error, 'The coaching could not be read.');
	}
};
