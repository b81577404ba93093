import { readWorkspace } from '#lib/server/rosters/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** All that the page needs to show and edit a roster. */
export const GET: RequestHandler = async ({ locals, params }) => {
	try {
		const workspace = await readWorkspace(runtime().ctx, locals.actor!, params.id);
		return workspace
			? Response.json(workspace, { headers: { 'cache-control': 'private, no-store' } })
			: Response.json({ error: `There is no roster "${params.id}".` }, { status: 404 });
	} catch (error) {
		return refusal(error, 'The roster could not be read; try again.');
	}
};
