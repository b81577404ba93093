import { randomUUID } from 'node:crypto';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { JobStarter } from '../jobs/index.ts';
import { gatherWork } from './gather-work.ts';
import { StaffingInput } from './staffing-input.ts';
import type { StaffingResult } from './staffing-work.ts';
import { storeStaffing } from './store-staffing.ts';

/**
 * Turns a forecast into the agents that each interval needs, as a job; when it is done the job's result is
 * `{ planId }`.
 */
export async function startStaffing(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	input: StaffingInput
): Promise<JobUpdate> {
	requireRight(actor, 'staffing.compute');
	const wanted = parseInput('Computing staffing', StaffingInput, input);
	const work = await gatherWork(ctx, actor, wanted);
	return jobs.start(actor, {
		kind: 'staffing',
		input: wanted,
		payload: work,
		finish: (result) => storeStaffing(ctx, actor, randomUUID(), wanted, work, result as StaffingResult)
	});
}
