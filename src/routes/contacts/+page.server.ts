import { error } from '@sveltejs/kit';
import { contactChoices, InvalidQuery, listContacts, parseContactQuery } from '#lib/server/contacts/index.ts';
import { seesQueue } from '#lib/server/access/index.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:contacts');
	const actor = requireActor(locals, 'contacts.view');
	const { ctx, centre } = runtime();
	const { site, queues } = centre.state.config;
	const { wallMs, offsetMs } = floorClock(centre.state, ctx.now());
	const nowMs = wallMs + offsetMs;
	try {
		const query = parseContactQuery(url.searchParams, nowMs, site.timeZone);
		// What was acknowledged before this request is shown.
		await centre.project();
		return {
			query,
			list: await listContacts(ctx, actor, query, nowMs),
			choices: await contactChoices(ctx, actor, query.period),
			queues: queues.filter(({ id }) => seesQueue(actor, id)).map(({ id, name }) => ({ id, name })),
			timeZone: site.timeZone
		};
	} catch (problem) {
		if (problem instanceof InvalidQuery) error(problem.status, problem.message);
		throw problem;
	}
};
