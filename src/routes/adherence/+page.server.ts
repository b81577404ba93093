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
import { InvalidDay, localDayOf, parseIntradayQuery } from '#lib/server/intraday/index.ts';
import {
	listChanges,
	listScheduled,
	recordChange,
	takeBackChange,
	type ChangeInput
} from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../plan/read-json.ts';
import { refused } from '../plan/refused.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = ['now', 'day', 'changes', 'map'] as const;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('adherence:now');
	const actor = requireActor(locals, 'adherence.view');
	const { ctx, centre } = runtime();
	const { timeZone } = centre.state.config.site;
	const moment = floorMoment(centre.state, ctx.now());
	const today = localDayOf(moment.nowMs, timeZone);
	const tab = TABS.find((one) => one === url.searchParams.get('tab')) ?? 'now';
	const span = { fromMs: today.fromAt, toMs: today.toAt };
	const now = await adherenceNow(actor);
	const [agents, schedule, changes, day, terms] = await Promise.all([
		listAgents(ctx),
		listScheduled(ctx, actor, span),
		listChanges(ctx, actor, span),
		// Only what the tab shows is worked out.
		tab === 'day'
			? readAdherenceDay(ctx, actor, dayOf(url.searchParams, moment.nowMs, timeZone), timeZone, moment)
			: null,
		tab === 'map' ? readTerms(ctx) : null
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
		people: agents.flatMap(({ id, name }) => {
			const shifts = schedule[id];
			return shifts ? [{ id, name, shifts }] : [];
		}),
		mayExcuse: can(actor, 'adherence.excuse'),
		mayChange: can(actor, 'schedule.change'),
		mayManage: can(actor, 'adherence.manage'),
		maySeeRosters: can(actor, 'roster.view')
	};
};

function dayOf(query: URLSearchParams, nowMs: number, timeZone: string) {
	try {
		return parseIntradayQuery(query, nowMs, timeZone).day;
	} catch (reason) {
		if (reason instanceof InvalidDay) error(400, reason.message);
		throw reason;
	}
}

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
	terms: act('Saving the adherence map', (actor, input: SiteTerms) => saveTerms(runtime().ctx, actor, input))
};
