import { error } from '@sveltejs/kit';
import { parseBotQuery, readBots } from '#lib/server/bots/index.ts';
import { contactChoices, InvalidQuery } from '#lib/server/contacts/index.ts';
import { floorLoad } from '#lib/server/floor-load.ts';
import { floorClock } from '#lib/server/live/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:bots');
	const actor = requireActor(locals, 'contacts.view');
	const { ctx, centre } = runtime();
	const { site, queues } = centre.state.config;
	const { wallMs, offsetMs } = floorClock(centre.state, ctx.now());
	try {
		const query = parseBotQuery(url.searchParams, wallMs + offsetMs, site.timeZone);
		// What was acknowledged before this request is shown.
		await centre.project();
		const [view, all, choices] = [
			await readBots(ctx, actor, query),
			await readBots(ctx, actor, { ...query, bot: null, queue: null, intent: null, language: null }),
			await contactChoices(ctx, actor, query.period)
		];
		return {
			floor: await floorLoad(actor, url),
			view,
			choices: {
				bots: all.groups.bot.flatMap(({ id }) => id ?? []),
				queues: queues
					.filter(({ id }) => all.groups.queue.some((group) => group.id === id))
					.map(({ id, name }) => ({ id, name })),
				intents: choices.intents,
				languages: choices.languages
			}
		};
	} catch (problem) {
		if (problem instanceof InvalidQuery) error(problem.status, problem.message);
		throw problem;
	}
};
