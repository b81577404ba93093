import { findCalendarLink, makeCalendarLink, revokeCalendarLink } from '#lib/server/calendars/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals }) => ({
	isAgent: locals.actor!.agentId !== null,
	link: await findCalendarLink(runtime().ctx, locals.actor!)
});

export const actions: Actions = {
	make: async ({ locals, url }) => {
		const { secret } = await makeCalendarLink(runtime().ctx, locals.actor!);
		return { made: `${url.origin}/calendar/${secret}.ics` };
	},

	revoke: async ({ locals }) => ({ revoked: await revokeCalendarLink(runtime().ctx, locals.actor!) })
};
