import { error } from '@sveltejs/kit';
import { can, formText } from '#lib/server/access/index.ts';
import { adherenceNow } from '#lib/server/adherence-load.ts';
import {
	excuseException,
	floorMoment,
	readAdherenceDay,
	readTerms,
	saveTerms,
	takeBackExcuse,
	type ExcuseInput,
	type SiteTerms
} from '#lib/server/adherence/index.ts';
import { listAgents } from '#lib/server/agents/index.ts';
import {
	applyProposal,
	readProposal,
	startDayPlan,
	undoProposal,
	type ApplyInput,
	type DayInput
} from '#lib/server/dayplan/index.ts';
import {
	listOffers,
	makeOffer,
	previewOffer,
	withdrawOffer,
	type OfferInput,
	type PreviewInput
} from '#lib/server/offers/index.ts';
import { InvalidDay, localDayOf, parseIntradayQuery } from '#lib/server/intraday/index.ts';
import {
	listChanges,
	listScheduled,
	recordChange,
	takeBackChange,
	type ChangeInput
} from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { findRunningJob } from '../plan/find-running-job.ts';
import { readJson } from '../plan/read-json.ts';
import { refused } from '../plan/refused.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = ['now', 'day', 'changes', 'offers', 'map'] as const;
/** Offers of so long ago and of all to come are listed. */
const OFFERS_DAYS = 14;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('adherence:now');
	const actor = requireActor(locals, 'adherence.view');
	const { ctx, centre, jobs } = runtime();
	const { timeZone } = centre.state.config.site;
	const moment = floorMoment(centre.state, ctx.now());
	const today = localDayOf(moment.nowMs, timeZone);
	const tab = TABS.find((one) => one === url.searchParams.get('tab')) ?? 'now';
	const span = { fromMs: today.fromAt, toMs: today.toAt };
	const now = await adherenceNow(actor);
	const maySeeRosters = can(actor, 'roster.view');
	const mayReplan = can(actor, 'day.replan');
	const showsPlan = tab === 'changes' && mayReplan;
	const offersFrom = ctx.now() - OFFERS_DAYS * 86_400_000;
	const [agents, schedule, changes, day, terms, dayPlan, dayJob, offers] = await Promise.all([
		listAgents(ctx),
		listScheduled(ctx, actor, span),
		listChanges(ctx, actor, span),
		// Only what the tab shows is worked out.
		tab === 'day'
			? readAdherenceDay(ctx, actor, dayOf(url.searchParams, moment.nowMs, timeZone), timeZone, moment)
			: null,
		tab === 'map' ? readTerms(ctx) : null,
		showsPlan ? readProposal(ctx, jobs, actor, { nowMs: moment.nowMs, timeZone }) : null,
		showsPlan ? findRunningJob(actor, 'day-plan') : null,
		tab === 'offers' && maySeeRosters
			? listOffers(ctx, actor, { fromMs: offersFrom, toMs: Number.MAX_SAFE_INTEGER })
			: []
	]);
	return {
		tab,
		timeZone,
		today: today.day,
		nowMs: moment.nowMs,
		knownUntilMs: Number.isFinite(moment.knownUntilMs) ? moment.knownUntilMs : null,
		now,
		day,
		terms,
		changes,
		offers,
		dayPlan,
		dayJob,
		touched: touchedIn(url.searchParams),
		people: agents.flatMap(({ id, name }) => {
			const shifts = schedule[id];
			return shifts ? [{ id, name, shifts }] : [];
		}),
		mayExcuse: can(actor, 'adherence.excuse'),
		mayChange: can(actor, 'schedule.change'),
		mayReplan,
		mayManage: can(actor, 'adherence.manage'),
		maySeeRosters
	};
};

/** People touched in the chosen point of a proposal; null: as many as help. */
function touchedIn(query: URLSearchParams): number | null {
	const touched = Number(query.get('touched') ?? NaN);
	return Number.isInteger(touched) && touched >= 0 ? touched : null;
}

function dayOf(query: URLSearchParams, nowMs: number, timeZone: string) {
	try {
		return parseIntradayQuery(query, nowMs, timeZone).day;
	} catch (reason) {
		if (reason instanceof InvalidDay) error(400, reason.message);
		throw reason;
	}
}

/** The floor's time and zone, for what concerns the rest of today. */
function today() {
	const { ctx, centre } = runtime();
	const { nowMs } = floorMoment(centre.state, ctx.now());
	return { nowMs, timeZone: centre.state.config.site.timeZone };
}

/** Scheduled to be at work and signed off. */
const signedOff = async (actor: NonNullable<App.Locals['actor']>): Promise<string[]> =>
	(await adherenceNow(actor)).exceptions
		.filter(({ planned, state }) => planned !== null && state === 'offline')
		.map(({ agentId }) => agentId);

/** One verb with what the form holds as JSON; a refusal is the form's answer. */
const act =
	<Input, Answer>(
		action: string,
		verb: (actor: NonNullable<App.Locals['actor']>, input: Input) => Promise<Answer>
	) =>
	async ({ locals, request }: { locals: App.Locals; request: Request }) => {
		const actor = requireActor(locals, 'adherence.view');
		try {
			return { answer: await verb(actor, readJson(action, await request.formData(), 'input') as Input) };
		} catch (thrown) {
			return refused(thrown);
		}
	};

export const actions: Actions = {
	excuse: act('Excusing an exception', (actor, input: ExcuseInput) =>
		excuseException(runtime().ctx, actor, input)
	),
	unexcuse: async ({ locals, request }) => {
		const actor = requireActor(locals, 'adherence.view');
		try {
			return {
				answer: await takeBackExcuse(runtime().ctx, actor, formText(await request.formData(), 'id'))
			};
		} catch (thrown) {
			return refused(thrown);
		}
	},
	change: act('Changing a schedule', (actor, input: ChangeInput) =>
		recordChange(runtime().ctx, actor, input)
	),
	restore: async ({ locals, request }) => {
		const actor = requireActor(locals, 'adherence.view');
		try {
			return {
				answer: await takeBackChange(runtime().ctx, actor, formText(await request.formData(), 'id'))
			};
		} catch (thrown) {
			return refused(thrown);
		}
	},
	previewOffer: act('Looking at an offer', (actor, input: PreviewInput) =>
		previewOffer(runtime().ctx, actor, input)
	),
	makeOffer: act('Making an offer', (actor, input: OfferInput) => makeOffer(runtime().ctx, actor, input)),
	withdrawOffer: async ({ locals, request }) => {
		const actor = requireActor(locals, 'adherence.view');
		try {
			return {
				answer: await withdrawOffer(runtime().ctx, actor, formText(await request.formData(), 'id'))
			};
		} catch (thrown) {
			return refused(thrown);
		}
	},
	dayplan: act('Re-optimising the day', async (actor, input: DayInput) => {
		const { ctx, jobs } = runtime();
		return startDayPlan(ctx, jobs, actor, input, { ...today(), signedOff: await signedOff(actor) });
	}),
	stopDayplan: async ({ locals, request }) => {
		const actor = requireActor(locals, 'adherence.view');
		try {
			return { answer: await runtime().jobs.cancel(actor, formText(await request.formData(), 'id')) };
		} catch (thrown) {
			return refused(thrown);
		}
	},
	applyDayplan: act('Applying a re-optimisation', (actor, input: ApplyInput) => {
		const { ctx, jobs } = runtime();
		return applyProposal(ctx, jobs, actor, input, today());
	}),
	undoDayplan: act(
		'Taking a re-optimisation back',
		(actor, input: { id: string; agentIds: string[] | null }) =>
			undoProposal(runtime().ctx, actor, input, today())
	),
	terms: act('Saving the adherence map', (actor, input: SiteTerms) => saveTerms(runtime().ctx, actor, input))
};
