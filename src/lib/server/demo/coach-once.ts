import { readCoaching, startCoaching } from '../coaching/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import type { Jobs } from '../jobs/index.ts';

/** The first findings, so that the demo's coaching is not empty; later ones are asked for. */
export async function coachOnce(ctx: Context, jobs: Jobs, signal: AbortSignal): Promise<void> {
	if (signal.aborted || (await readCoaching(ctx, SYSTEM))) return;
	await startCoaching(ctx, jobs, SYSTEM, { days: 43 });
}
