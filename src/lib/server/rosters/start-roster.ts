import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import type { RosterProblem, RosterResult } from '#solver/rostering/index.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import type { JobStarter } from '../jobs/index.ts';
import { planProblem } from './plan-problem.ts';
import { storeRoster } from './store-roster.ts';

export const RosterInput = z.object({
	name: z.string().trim().min(1).max(120),
	planId: z.string(),
	/** First local day. */
	start: z.iso.date(),
	days: z.int().min(1).max(42),
	/** How long the search may take. */
	seconds: z.number().min(1).max(600),
	seed: z.int().min(0).default(1),
	/** Of SHIFT_KINDS; all when left out. */
	kinds: z
		.array(z.enum(['full', 'short', 'half']))
		.min(1)
		.optional()
});
export type RosterInput = z.input<typeof RosterInput>;

export interface RosterWork {
	problem: RosterProblem;
	seconds: number;
	seed: number;
}

/** Starts a rostering run as a job; when it is done the job's result is `{ rosterId }`. */
export async function startRoster(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	input: RosterInput
): Promise<JobUpdate> {
	requireRight(actor, 'roster.compute');
	const wanted = parseInput('Making a roster', RosterInput, input);
	const { plan, problem } = await planProblem(ctx, actor, wanted, await listAgents(ctx));
	const payload: RosterWork = { problem, seconds: wanted.seconds, seed: wanted.seed };
	const head = { id: randomUUID(), name: wanted.name, planId: plan.id, timeZone: plan.timeZone };
	return jobs.start(actor, {
		kind: 'roster',
		input: wanted,
		payload,
		finish: (result) => storeRoster(ctx, actor, head, problem, result as RosterResult)
	});
}
