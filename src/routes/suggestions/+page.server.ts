import { listSuggestions, summariseSuggestions } from '#lib/server/suggestions/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { PageServerLoad } from './$types.d.ts';

const DAY_MS = 86_400_000;
/** A map: an address may name anything, such as what every object has. */
const DAYS = new Map([
	['day', 1],
	['week', 7],
	['month', 28]
]);
/** The single ones are for drilling down: the latest are enough, the figures are of all. */
const MOST_LISTED = 2_000;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:suggestions');
	const actor = requireActor(locals, 'suggestions.view');
	const { ctx } = runtime();
	const days = DAYS.get(url.searchParams.get('period') ?? 'week') ?? 7;
	const by = url.searchParams.get('by') === 'queue' ? ('queue' as const) : ('rule' as const);
	const rows = await listSuggestions(ctx, actor, { sinceMs: ctx.now() - days * DAY_MS });
	return {
		by,
		summary: summariseSuggestions(rows, by),
		rows: rows.slice(0, MOST_LISTED),
		total: rows.length
	};
};
