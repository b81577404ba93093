import { redirect } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { listEvaluations } from '#lib/server/quality/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { requireActor } from '../../../settings/users/require-actor.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:quality');
	if (can(locals.actor, 'quality.view')) redirect(303, '/coaching/quality?tab=evaluations');
	const actor = requireActor(locals, 'quality.own');
	return {
		evaluations: await listEvaluations(runtime().ctx, actor),
		timeZone: locals.site?.timeZone ?? 'UTC'
	};
};
