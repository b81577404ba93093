import { requireRight } from '#lib/server/access/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readFloor } from '#lib/server/live/index.ts';
import type { RequestHandler } from './$types';

/** The floor as of now, read anew: every event acknowledged before the request is in it. */
export const GET: RequestHandler = ({ locals }) => {
	try {
		requireRight(locals.actor!, 'live.view');
		const { centre, ctx } = runtime();
		return Response.json(readFloor(centre.state, ctx.now()));
	} catch (error) {
		return refusal(error, 'The floor could not be read.');
	}
};
