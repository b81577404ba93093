import { requireRight, scopeOf } from '#lib/server/access/index.ts';
import { InvalidWindow, parseWindow, readWindows } from '#lib/server/live/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The floor's numbers over ?window=15m, 30m, 60m, opening or an instant. */
export const GET: RequestHandler = ({ locals, url }) => {
	try {
		requireRight(locals.actor!, 'live.view');
		const { centre, ctx } = runtime();
		const window = parseWindow(url.searchParams.get('window'), ctx.now());
		return Response.json(readWindows(centre.state, window, ctx.now(), scopeOf(locals.actor)));
	} catch (error) {
		if (error instanceof InvalidWindow) return Response.json({ error: error.message }, { status: 400 });
		return refusal(error, 'The numbers of the window could not be read.');
	}
};
