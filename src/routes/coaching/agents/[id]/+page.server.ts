import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { listCoaches, readAgentDesk, readCatalogue } from '#lib/server/coaching/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../../../settings/users/require-actor.ts';
import { titlesOf } from '../../coach-words.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('marea:coaching');
	const actor = requireActor(locals, 'coaching.view');
	const { ctx } = runtime();
	const [desk, coaches, catalogue] = await Promise.all([
		readAgentDesk(ctx, actor, params.id),
		listCoaches(ctx, actor),
		readCatalogue(ctx)
	]);
	if (!desk) error(404, `There is no agent "${params.id}".`);
	return {
		desk,
		coaches,
		titles: titlesOf(catalogue),
		catalogue: catalogue.catalogue,
		now: ctx.now(),
		ownId: locals.user?.id ?? null,
		mayLead: can(actor, 'coaching.lead')
	};
};
