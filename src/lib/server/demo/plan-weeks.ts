import { inArray } from 'drizzle-orm';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { SYSTEM, type Context } from '../context.ts';
import { rosters, sites } from '../db/schema/index.ts';
import { listForecasts, publishForecast, startForecast } from '../forecasts/index.ts';
import { listHistory } from '../history/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { holdAgainstPlan } from '../rosters/index.ts';
import { listStaffing, startStaffing } from '../staffing/index.ts';
import type { DemoWeek } from './publish-rosters.ts';

const INTERVAL_SECONDS = 1800;

/**
 * What the demo's planner would have done before last week began: a forecast of the three weeks from what was known
 * then, published, the staffing that it asks for, and the rosters held against it. By the verbs that anybody uses, in
 * the background; a week that has a forecast already is left alone.
 */
export async function planWeeks(
	ctx: Context,
	jobs: Jobs,
	weeks: readonly DemoWeek[],
	signal: AbortSignal
): Promise<void> {
	const { orm } = ctx.db;
	const [site] = await orm.select().from(sites);
	const asOf = weeks[0]!.start;
	const name = `Costa Clara, ${asOf}`;
	if ((await listForecasts(ctx, SYSTEM)).some((forecast) => forecast.name === name)) return;
	const { coverage } = await listHistory(ctx, SYSTEM);
	const queueIds = coverage.filter(({ isDemo }) => isDemo).map(({ queueId }) => queueId);
	if (signal.aborted || queueIds.length === 0) return;
	const forecast = await ended(
		jobs,
		startForecast(ctx, jobs, SYSTEM, site!.timeZone, {
			name,
			queueIds,
			horizonDays: 7 * weeks.length,
			intervalSeconds: INTERVAL_SECONDS,
			asOf
		}),
		signal
	);
	const forecastId = (forecast?.result as { forecastId?: string } | null | undefined)?.forecastId;
	if (forecastId === undefined) return;
	await publishForecast(ctx, SYSTEM, forecastId);
	if ((await listStaffing(ctx, SYSTEM)).some((plan) => plan.forecastId === forecastId)) return;
	const staffing = await ended(
		jobs,
		startStaffing(ctx, jobs, SYSTEM, { name, forecastId, replications: 40 }),
		signal
	);
	const planId = (staffing?.result as { planId?: string } | null | undefined)?.planId;
	if (planId === undefined) return;
	const present = await orm
		.select({ id: rosters.id })
		.from(rosters)
		.where(
			inArray(
				rosters.id,
				weeks.map(({ rosterId }) => rosterId)
			)
		);
	for (const { id } of present) if (!signal.aborted) await holdAgainstPlan(ctx, SYSTEM, id, planId);
}

/** The job once it is over; null where it came to nothing, or the demo stops. */
async function ended(
	jobs: Jobs,
	starting: Promise<JobUpdate>,
	signal: AbortSignal
): Promise<JobUpdate | null> {
	const over = new Map<string, (job: JobUpdate) => void>();
	const early = new Map<string, JobUpdate>();
	const stop = jobs.listen((job) => {
		if (job.state === 'queued' || job.state === 'running') return;
		early.set(job.id, { ...job });
		over.get(job.id)?.(job);
	});
	try {
		const { id } = await starting;
		const job =
			early.get(id) ??
			(await new Promise<JobUpdate | null>((done) => {
				over.set(id, done);
				signal.addEventListener('abort', () => done(null), { once: true });
				if (signal.aborted) done(null);
			}));
		return job?.state === 'done' ? job : null;
	} finally {
		stop();
	}
}
