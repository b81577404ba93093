import { formText } from '#lib/server/access/index.ts';
import type { Actor } from '#lib/server/context.ts';
import { askLeave, ownLeave, previewLeave, withdrawLeave, type LeaveInput } from '#lib/server/leave/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	answerOffer,
	offerShift,
	countAsked,
	ownSwaps,
	withdrawOffer,
	type AnswerInput,
	type OfferInput
} from '#lib/server/swaps/index.ts';
import {
	askAvailability,
	ownWishes,
	saveWishes,
	withdrawAvailability,
	type AvailabilityInput
} from '#lib/server/wishes/index.ts';
import { readJson } from '../../plan/read-json.ts';
import { refused } from '../../plan/refused.ts';
import { requireActor } from '../../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = ['leave', 'swaps', 'wishes'] as const;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:requests');
	const actor = requireActor(locals, 'schedule.own');
	const { ctx } = runtime();
	const tab = TABS.find((one) => one === url.searchParams.get('tab')) ?? 'leave';
	const isAgent = actor.agentId !== null;
	const year = Number(url.searchParams.get('year') ?? NaN);
	return {
		tab,
		isAgent,
		now: ctx.now(),
		timeZone: locals.site?.timeZone ?? 'UTC',
		/** Unanswered, for the tab's mark. */
		asked: isAgent ? await countAsked(ctx, actor) : 0,
		// Only what the tab shows is read.
		leave:
			isAgent && tab === 'leave' ? await ownLeave(ctx, actor, Number.isInteger(year) ? year : null) : null,
		swaps: isAgent && tab === 'swaps' ? await ownSwaps(ctx, actor) : null,
		wishes: isAgent && tab === 'wishes' ? await ownWishes(ctx, actor) : null
	};
};

/** One verb with what the form holds as JSON; a refusal is the form's answer. */
const act =
	<Input, Answer>(action: string, verb: (actor: Actor, input: Input) => Promise<Answer>) =>
	async ({ locals, request }: { locals: App.Locals; request: Request }) => {
		const actor = requireActor(locals, 'schedule.own');
		try {
			return { answer: await verb(actor, readJson(action, await request.formData(), 'input') as Input) };
		} catch (thrown) {
			return refused(thrown);
		}
	};

/** One verb about the thing that the form names. */
const actOn =
	(verb: (actor: Actor, id: string) => Promise<boolean>) =>
	async ({ locals, request }: { locals: App.Locals; request: Request }) => {
		const actor = requireActor(locals, 'schedule.own');
		try {
			return { answer: await verb(actor, formText(await request.formData(), 'id')) };
		} catch (thrown) {
			return refused(thrown);
		}
	};

export const actions: Actions = {
	preview: act('Asking for leave', (actor, input: LeaveInput) => previewLeave(runtime().ctx, actor, input)),
	ask: act('Asking for leave', (actor, input: LeaveInput) => askLeave(runtime().ctx, actor, input)),
	withdraw: actOn((actor, id) => withdrawLeave(runtime().ctx, actor, id)),
	offer: act('Offering a shift', (actor, input: OfferInput) => offerShift(runtime().ctx, actor, input)),
	answer: act('Answering an offer', (actor, input: AnswerInput) => answerOffer(runtime().ctx, actor, input)),
	withdrawOffer: actOn((actor, id) => withdrawOffer(runtime().ctx, actor, id)),
	availability: act('Saying when one is available', (actor, input: AvailabilityInput) =>
		askAvailability(runtime().ctx, actor, input)
	),
	withdrawAvailability: actOn((actor, id) => withdrawAvailability(runtime().ctx, actor, id)),
	wishes: act('Saving wishes', (actor, input: Parameters<typeof saveWishes>[2]) =>
		saveWishes(runtime().ctx, actor, input)
	)
};
