import { fail } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import {
	acknowledgeSession,
	addComment,
	giveKudos,
	muteRecommendation,
	removeComment,
	removeKudos,
	restoreComment,
	restoreKudos,
	unmute
} from '#lib/server/coaching/index.ts';
import { ownContacts } from '#lib/server/handoff/index.ts';
import { dayStart } from '#lib/server/live/index.ts';
import { listOwnPublications } from '#lib/server/publishing/index.ts';
import { listOwnOffers } from '#lib/server/offers/index.ts';
import { listOwnShifts } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { offerActions } from './offer-actions.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, depends, url }) => {
	depends('marea:me');
	const { ctx, centre } = runtime();
	const actor = locals.actor!;
	const now = ctx.now();
	const timeZone = locals.site?.timeZone ?? 'UTC';
	// A coach looks at an agent's coaching: the rest of the page is the agent's own.
	const agent = url.searchParams.get('agent');
	if (agent !== null && can(actor, 'coaching.view'))
		return {
			now,
			timeZone,
			offers: null,
			shifts: null,
			publications: null,
			state: null,
			inHand: [],
			isCoach: true,
			mayLead: can(actor, 'coaching.lead'),
			of: centre.state.config.agents.find(({ id }) => id === agent)?.name ?? agent
		};
	return {
		now,
		timeZone,
		/** Null: this user is no agent. */
		offers: await listOwnOffers(ctx, actor),
		shifts: await listOwnShifts(ctx, actor, dayStart(now, timeZone)),
		publications: await listOwnPublications(ctx, actor),
		state:
			actor.agentId === null ? null : (centre.state.agents.get(actor.agentId)?.fold.stateAt(now) ?? null),
		inHand: await ownContacts(ctx, centre.state, actor, locals.locale),
		isCoach: false,
		mayLead: false,
		of: null
	};
};

/** A domain's refusal in its own words; anything else is a fault. */
async function answer<Result extends object>(work: () => Promise<Result>) {
	try {
		return await work();
	} catch (error) {
		const { status, message } = error as { status?: unknown; message?: string };
		if (typeof status === 'number' && status >= 400 && status < 500)
			return fail(status, { message: message! });
		throw error;
	}
}

export const actions: Actions = {
	...offerActions,

	acknowledge: async ({ locals, request }) => {
		const form = await request.formData();
		const comment = formText(form, 'comment').trim();
		return answer(async () => {
			const done = await acknowledgeSession(runtime().ctx, locals.actor!, formText(form, 'id'), {
				comment: comment === '' ? undefined : comment
			});
			return done.kind === 'ok' ? { acknowledged: true } : fail(409, { message: done.reason });
		});
	},

	comment: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(() =>
			addComment(runtime().ctx, locals.actor!, {
				agentId: formText(form, 'agentId'),
				sessionId: formText(form, 'sessionId') || null,
				text: formText(form, 'text')
			})
		);
	},

	removeComment: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(async () => ({
			removed: await removeComment(runtime().ctx, locals.actor!, formText(form, 'id'))
		}));
	},

	restoreComment: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(async () => ({
			restored: await restoreComment(runtime().ctx, locals.actor!, formText(form, 'id'))
		}));
	},

	praise: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(() =>
			giveKudos(runtime().ctx, locals.actor!, {
				agentId: formText(form, 'agentId'),
				text: formText(form, 'text'),
				metric: (formText(form, 'metric') || null) as 'aht' | null
			})
		);
	},

	unpraise: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(async () => ({
			removed: await removeKudos(runtime().ctx, locals.actor!, formText(form, 'id'))
		}));
	},

	repraise: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(async () => ({
			restored: await restoreKudos(runtime().ctx, locals.actor!, formText(form, 'id'))
		}));
	},

	mute: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(() =>
			muteRecommendation(runtime().ctx, locals.actor!, {
				cause: formText(form, 'cause') as 'holding',
				weeks: Number(formText(form, 'weeks'))
			})
		);
	},

	unmute: async ({ locals, request }) => {
		const form = await request.formData();
		return answer(async () => ({
			unmuted: await unmute(runtime().ctx, locals.actor!, formText(form, 'cause'))
		}));
	}
};
