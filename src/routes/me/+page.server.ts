import { ownContacts } from '#lib/server/handoff/index.ts';
import { dayStart } from '#lib/server/live/index.ts';
import { listOwnShifts } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('marea:me');
	const { ctx, centre } = runtime();
	const actor = locals.actor!;
	const now = ctx.now();
	const timeZone = locals.site?.timeZone ?? 'UTC';
	return {
		now,
		timeZone,
		/** Null: this user is no agent. */
		shifts: await listOwnShifts(ctx, actor, dayStart(now, timeZone)),
		state:
			actor.agentId === null ? null : (centre.state.agents.get(actor.agentId)?.fold.stateAt(now) ?? null),
		inHand: await ownContacts(ctx, centre.state, actor, locals.locale)
	};
};
