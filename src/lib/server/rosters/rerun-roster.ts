import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { RUN_WEIGHTS, type AskedRun } from '#lib/contracts/rostering.ts';
import type { RosterProblem, RosterResult } from '#solver/rostering/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import type { JobStarter } from '../jobs/index.ts';
import { givenShifts } from './given-shifts.ts';
import { planProblem } from './plan-problem.ts';
import { findRoster, type RosterView } from './read-rosters.ts';
import { SHIFT_KINDS } from './shift-templates.ts';
import type { RosterWork } from './start-roster.ts';
import { storeRoster } from './store-roster.ts';

const weight = z.number().min(0).max(100_000);
const ids = z.array(z.string().min(1)).max(10_000).default([]);

const RerunInput = z.object({
	/** The roster that it begins from; it stays as it is. */
	basedOn: z.string().min(1),
	name: z.string().trim().min(1).max(120),
	seconds: z.number().min(1).max(600),
	seed: z.int().min(0).default(1),
	/** What stays as it is in that roster. */
	keep: z
		.object({
			agents: ids,
			days: z.array(z.iso.date()).max(42).default([]),
			cells: z
				.array(z.object({ agentId: z.string().min(1), date: z.iso.date() }))
				.max(100_000)
				.default([])
		})
		.prefault({}),
	/** What changes are weighed against, by changedDay, changedHour and changedPerson. */
	near: z.enum(['nothing', 'published', 'base']).default('nothing'),
	/** In place of the roster's own. */
	weights: z.partialRecord(z.enum(RUN_WEIGHTS), weight).default({}),
	/** Of SHIFT_KINDS; null: those of the roster. */
	kinds: z
		.array(z.enum(['full', 'short', 'half']))
		.min(1)
		.nullable()
		.default(null),
	/** Who may not be planned. Who was not in the roster and is not in here takes part. */
	without: ids
});
export type RerunInput = z.input<typeof RerunInput>;

/**
 * Searches a roster's days again as a new draft: with some of it kept, near to what is published, by other weights,
 * shift kinds or people. Demand, contracts and skills are those of now where the roster has a staffing plan. When it is
 * done the job's result is `{ rosterId }`.
 */
export async function rerunRoster(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	input: RerunInput
): Promise<JobUpdate> {
	requireRight(actor, 'roster.compute');
	const wanted = parseInput('Searching a roster again', RerunInput, input);
	const base = await findRoster(ctx, actor, wanted.basedOn);
	if (!base) throw new InvalidInputError(`Searching a roster again: there is no roster "${wanted.basedOn}".`);
	const agents = (await listAgents(ctx)).filter(({ id }) => !wanted.without.includes(id));
	const { horizon } = base.problem;
	const kinds = wanted.kinds ?? kindsOf(base.problem);
	const fresh =
		base.planId === null
			? ofPeople(base.problem, new Set(agents.map(({ id }) => id)))
			: (await planProblem(ctx, actor, { planId: base.planId, ...horizon, kinds }, agents)).problem;
	const weights = { ...base.problem.weights, ...wanted.weights };
	const { problem, kept } = await givenShifts(ctx, base, { ...fresh, weights }, wanted);
	const asked: AskedRun = {
		kept: {
			agents: wanted.keep.agents.length,
			days: wanted.keep.days.length,
			cells: wanted.keep.cells.length
		},
		near: wanted.near,
		weights: RUN_WEIGHTS.flatMap((name) => {
			const [before, after] = [base.problem.weights[name] ?? 0, weights[name] ?? 0];
			return before === after ? [] : [{ weight: name, before, after }];
		}),
		kinds: sameSet(wanted.kinds, kindsOf(base.problem)) ? null : wanted.kinds,
		...peopleOf(base, problem)
	};
	const payload: RosterWork = { problem, seconds: wanted.seconds, seed: wanted.seed };
	const head = { id: randomUUID(), name: wanted.name, planId: base.planId, timeZone: base.timeZone };
	return jobs.start(actor, {
		kind: 'roster',
		input: wanted,
		payload,
		finish: (result) =>
			storeRoster(ctx, actor, head, problem, result as RosterResult, { basedOn: base.id, asked, kept })
	});
}

/** Kinds of shift that a roster could choose from, by the ids of its templates ("full 09:00"). */
export function kindsOf({ shifts }: RosterProblem): string[] | null {
	const used = SHIFT_KINDS.filter(({ id }) => shifts.some((shift) => shift.id.startsWith(`${id} `)));
	return used.length === 0 ? null : used.map(({ id }) => id);
}

const sameSet = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
	a?.length === b?.length && (a ?? []).every((id) => b!.includes(id));

/** A problem for the people of it who are left. */
function ofPeople(problem: RosterProblem, left: ReadonlySet<string>): RosterProblem {
	const agents = problem.agents.filter(({ id }) => left.has(id));
	if (agents.length === 0) throw new InvalidInputError('Searching a roster again: nobody is left to plan.');
	return { ...problem, agents };
}

function peopleOf(base: RosterView, problem: RosterProblem): { without: string[]; added: string[] } {
	const [before, after] = [base.problem, problem].map(({ agents }) => new Set(agents.map(({ id }) => id)));
	return {
		without: [...before!].filter((id) => !after!.has(id)),
		added: [...after!].filter((id) => !before!.has(id))
	};
}
