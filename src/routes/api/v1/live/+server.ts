import { requireRight, scopeOf } from '#lib/server/access/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readFloor } from '#lib/server/live/index.ts';
import { parseMoment } from '#lib/server/past/index.ts';
import type { RequestHandler } from './$types';

/** The floor as of now, read anew: every event acknowledged before the request is in it. With ?at=, as it was then. */
export const GET: RequestHandler = async ({ locals, url }) => {
	try {
		requireRight(locals.actor!, 'live.view');
		const { centre, ctx, past } = runtime();
		const at = url.searchParams.get('at');
		if (at !== null) {
			const atMs = parseMoment(at);
			await centre.project();
			const { seq: _, epoch: __, series: ___, ...floor } = await past.read(atMs, scopeOf(locals.actor));
			return Response.json(floor);
		}
		return Response.json(readFloor(centre.state, ctx.now(), scopeOf(locals.actor)));
	} catch (error) {
		return refusal(error, 'The floor could not be read.');
	}
};
