import { error, redirect } from '@sveltejs/kit';
import { shortStretches } from '#lib/components/plan/roster/short-stretches.ts';
import { paidHours } from '#lib/format/paid-hours.ts';
import { can, formText } from '#lib/server/access/index.ts';
import { listReserved } from '#lib/server/coaching/index.ts';
import { readRosterTrail } from '#lib/server/publishing/index.ts';
import { copyRoster, readRosterGrid } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor!;
	const { ctx } = runtime();
	const roster = await readRosterGrid(ctx, actor, params.id);
	if (!roster) error(404, `There is no roster "${params.id}".`);
	// The cover of the result is that of the stored shifts, worked out again; it comes with the workspace, as the shifts do.
	const { cover: _, ...result } = roster.head.result;
	const { shifts, cover, ...rest } = roster;
	return {
		roster: { ...rest, head: { ...roster.head, result } },
		people: new Set(shifts.map(({ agentId }) => agentId)).size,
		hours: shifts.reduce((sum, shift) => sum + paidHours(shift), 0),
		stretches: shortStretches(
			cover,
			roster.intervalSeconds * 1000,
			roster.days.map(({ startAt }) => startAt)
		),
		actorId: actor.id,
		mayEdit: can(actor, 'roster.edit'),
		reserved: can(actor, 'coaching.reserved')
			? await listReserved(ctx, actor, roster.head.fromAt, roster.head.toAt)
			: [],
		trail: await readRosterTrail(ctx, actor, params.id),
		mayCompute: can(actor, 'roster.compute'),
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
	copy: async ({ locals, request, params }) => {
		let copied: { rosterId: string } | null;
		try {
			const name = formText(await request.formData(), 'name');
			copied = await copyRoster(runtime().ctx, locals.actor!, { rosterId: params.id, name });
		} catch (problem) {
			return refused(problem);
		}
		if (!copied) error(404, `There is no roster "${params.id}".`);
		redirect(303, `/plan/roster/${copied.rosterId}`);
	}
};
