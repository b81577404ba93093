import type { JobUpdate } from '#lib/contracts/live.ts';
import type { Actor } from '#lib/server/context.ts';
import type { JobKind } from '#lib/server/jobs/index.ts';
import { runtime } from '#lib/server/runtime.ts';

/**
 * The work of this kind that somebody asked for and that is under way or waits its turn, so that a page opened later
 * shows it too. What the system does by itself gives way to it and stands in nobody's way.
 */
export async function findRunningJob(actor: Actor, kind: JobKind): Promise<JobUpdate | null> {
	const { jobs } = runtime();
	for (const { id, state } of await jobs.list(actor, kind, 10, { byPeople: true })) {
		// The record of work under way is written when it ends; what runs is asked for.
		const job = state === 'queued' || state === 'running' ? await jobs.find(actor, id) : null;
		if (job && (job.state === 'queued' || job.state === 'running')) return job;
	}
	return null;
}
