import { can, requireRight } from '#lib/server/access/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { LayoutServerLoad } from './$types';

/** The floor as of now, so that the first page has numbers before its socket is open. */
export const load: LayoutServerLoad = ({ locals }) => {
	requireRight(locals.actor, 'live.view');
	const { centre, ctx } = runtime();
	const { site, queues } = centre.state.config;
	return {
		snapshot: centre.feed.snapshot(ctx.now()),
		setUp: {
			timeZone: site.timeZone,
			skillOfQueue: Object.fromEntries(queues.flatMap(({ id, skillId }) => (skillId ? [[id, skillId]] : []))),
			mayViewContacts: can(locals.actor, 'contacts.view')
		}
	};
};
