import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { listReserved } from '#lib/server/coaching/index.ts';
import { publishRoster, readRosterGrid } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor!;
	const { ctx } = runtime();
	const roster = await readRosterGrid(ctx, actor, params.id);
	if (!roster) error(404, `There is no roster "${params.id}".`);
	// The cover of the result is that of the stored shifts, worked out again below.
	const { cover: _, ...result } = roster.head.result;
	return {
		roster: { ...roster, head: { ...roster.head, result } },
		reserved: can(actor, 'coaching.reserved')
			? await listReserved(ctx, actor, roster.head.fromAt, roster.head.toAt)
			: [],
		mayPublish: can(actor, 'roster.publish'),
		/** Published and under way: what becomes otherwise is recorded on the day. */
		isToday:
			roster.head.status === 'published' &&
			roster.head.fromAt <= ctx.now() &&
			ctx.now() < roster.head.toAt &&
			can(actor, 'schedule.change')
	};
};

export const actions: Actions = {
	publish: async ({ locals, request, params }) => {
		try {
			const isPublished = formText(await request.formData(), 'isPublished') === 'true';
			const found = await publishRoster(runtime().ctx, locals.actor!, params.id, isPublished);
			return { published: found && isPublished };
		} catch (problem) {
			return refused(problem);
		}
	}
};
