import { fail } from '@sveltejs/kit';
import { TEAM_STATES, type TeamState } from '#lib/contracts/coaching-views.ts';
import { can } from '#lib/server/access/index.ts';
import {
	cancelSession,
	findSlots,
	listCoaches,
	planSession,
	readCatalogue,
	readTeam,
	startCoaching,
	type SessionPlan,
	type SlotQuestion
} from '#lib/server/coaching/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { METRICS, type Metric } from '#solver/coaching/metrics.ts';
import { findRunningJob } from '../plan/find-running-job.ts';
import { readJson } from '../plan/read-json.ts';
import { refused } from '../plan/refused.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import { titlesOf } from './coach-words.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const oneOf = <T extends string>(list: readonly T[], text: string | null): T | null =>
	list.find((one) => one === text) ?? null;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:coaching');
	const actor = requireActor(locals, 'coaching.view');
	const { ctx } = runtime();
	const filter = {
		state: (oneOf(TEAM_STATES, url.searchParams.get('state')) ?? 'findings') as TeamState,
		metric: oneOf<Metric>(METRICS, url.searchParams.get('metric')),
		teamId: url.searchParams.get('team')
	};
	const [view, coaches, catalogue, job] = await Promise.all([
		readTeam(ctx, actor, filter),
		listCoaches(ctx, actor),
		readCatalogue(ctx),
		findRunningJob(actor, 'coaching')
	]);
	return {
		...view,
		filter,
		coaches,
		titles: titlesOf(catalogue),
		modules: catalogue.catalogue.modules,
		job,
		now: ctx.now(),
		ownId: locals.user?.id ?? null,
		mayLead: can(actor, 'coaching.lead'),
		mayCompute: can(actor, 'coaching.compute')
	};
};

export const actions: Actions = {
	compute: async ({ locals }) => {
		try {
			const { ctx, jobs } = runtime();
			return { job: await startCoaching(ctx, jobs, locals.actor!) };
		} catch (error) {
			return refused(error);
		}
	},

	stop: async ({ locals, request }) => {
		const id = String((await request.formData()).get('job') ?? '');
		try {
			return { stopped: await runtime().jobs.cancel(locals.actor!, id) };
		} catch (error) {
			return refused(error);
		}
	},

	slots: async ({ locals, request }) => {
		try {
			const question = readJson('Looking for a slot', await request.formData(), 'question') as SlotQuestion;
			return { found: await findSlots(runtime().ctx, locals.actor!, question) };
		} catch (error) {
			return refused(error);
		}
	},

	plan: async ({ locals, request }) => {
		try {
			const plan = readJson('Planning a session', await request.formData(), 'plan') as SessionPlan;
			const made = await planSession(runtime().ctx, locals.actor!, plan);
			return { made: made.kind === 'ok' ? { kind: 'ok', id: made.session.id } : made };
		} catch (error) {
			return refused(error);
		}
	},

	/** Takes back a session that has just been planned. */
	cancel: async ({ locals, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		try {
			if (!(await cancelSession(runtime().ctx, locals.actor!, id)))
				return fail(409, { message: 'It has been held or cancelled meanwhile.' });
			return { cancelled: true };
		} catch (error) {
			return refused(error);
		}
	}
};
