import { error } from '@sveltejs/kit';
import { RUN_WEIGHTS } from '#lib/contracts/rostering.ts';
import { formText, requireRight } from '#lib/server/access/index.ts';
import { listAgents } from '#lib/server/agents/index.ts';
import {
	findRoster,
	gridOf,
	kindsOf,
	rerunRoster,
	SHIFT_CHOICES,
	type RerunInput
} from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../../../read-json.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const ACTION = 'Searching a roster again';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = locals.actor!;
	requireRight(actor, 'roster.compute');
	const { ctx, jobs } = runtime();
	const base = await findRoster(ctx, actor, params.id);
	if (!base) error(404, `There is no roster "${params.id}".`);
	const [grid, agents] = await Promise.all([gridOf(ctx, base), listAgents(ctx)]);
	const jobId = url.searchParams.get('job');
	const inRoster = new Set(base.problem.agents.map(({ id }) => id));
	const { weights } = base.problem;
	return {
		roster: { id: base.id, name: base.name, timeZone: base.timeZone },
		days: grid.days,
		shifts: grid.shifts,
		agents: grid.agents,
		/** Who is here now, and whether they were in the roster. */
		people: agents.map(({ id, name }) => ({ id, name, wasIn: inRoster.has(id) })),
		weights: Object.fromEntries(RUN_WEIGHTS.map((name) => [name, weights[name] ?? 0])) as Record<
			(typeof RUN_WEIGHTS)[number],
			number
		>,
		/** Without a staffing plan the shifts are those of the roster. */
		kinds: base.planId === null ? [] : SHIFT_CHOICES,
		chosenKinds: kindsOf(base.problem) ?? SHIFT_CHOICES.map(({ id }) => id),
		job: jobId ? await jobs.find(actor, jobId) : null
	};
};

export const actions: Actions = {
	start: async ({ locals, request, params }) => {
		const form = await request.formData();
		try {
			const { ctx, jobs } = runtime();
			const weights = RUN_WEIGHTS.flatMap((name) => {
				const text = formText(form, `weight-${name}`);
				return text === '' ? [] : [[name, Number(text)] as const];
			});
			const kinds = form.getAll('kinds').map(String) as ('full' | 'short' | 'half')[];
			const job = await rerunRoster(ctx, jobs, locals.actor!, {
				basedOn: params.id,
				name: formText(form, 'name'),
				seconds: Number(formText(form, 'seconds')),
				keep: readJson(ACTION, form, 'keep') as RerunInput['keep'],
				near: formText(form, 'near') as 'nothing',
				weights: Object.fromEntries(weights),
				kinds: kinds.length === 0 ? null : kinds,
				without: readJson(ACTION, form, 'without') as RerunInput['without']
			});
			return { job };
		} catch (problem) {
			return refused(problem);
		}
	},

	stop: async ({ locals, request }) => {
		try {
			const isUnderWay = await runtime().jobs.cancel(locals.actor!, formText(await request.formData(), 'id'));
			return { stopping: isUnderWay };
		} catch (problem) {
			return refused(problem);
		}
	}
};
