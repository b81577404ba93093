import { can } from '#lib/server/access/index.ts';
import { ownFeed } from '#lib/server/coaching/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { LayoutServerLoad } from './$types.d.ts';

// Apart from the page's own data, which is asked for with every word of a contact in hand.
export const load: LayoutServerLoad = async ({ locals, depends, route, url }) => {
	depends('marea:feed');
	const actor = locals.actor!;
	const asked = url.searchParams.get('agent');
	const seesFeed = can(actor, 'coaching.own') || can(actor, 'coaching.view');
	if (route.id !== '/me' || (!seesFeed && asked === null)) return { feed: null };
	return { feed: await ownFeed(runtime().ctx, actor, asked) };
};
