import { removeDemoAccounts, ensureDemoAccounts } from '../access/index.ts';
import type { Centre } from '../centre.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../jobs/index.ts';
import { sites } from '../db/schema/index.ts';
import { seedExamples } from '../intents/index.ts';
import { log } from '../log.ts';
import { coachOnce } from './coach-once.ts';
import { evaluateOnce } from './evaluate-once.ts';
import { fillHistory } from './fill-history.ts';
import { fillPerformance } from './fill-performance.ts';
import { planWeeks } from './plan-weeks.ts';
import { publishRosters } from './publish-rosters.ts';
import { runFeed } from './run-feed.ts';
import { seedCentre } from './seed-centre.ts';
import { seedCoaching } from './seed-coaching.ts';
import { seedRequests } from './seed-requests.ts';

export interface Demo {
	stop(): Promise<void>;
}

/**
 * Sets up the demo centre and keeps it running through the same ingest as any source. A database that holds a real
 * centre is left alone; without the demo its accounts, whose password is public, are taken away.
 *
 * @param timeZone IANA zone of a demo centre that is set up anew; that of the scenario if none is given
 * @returns null when no demo runs
 */
export async function startDemo(
	ctx: Context,
	centre: Centre,
	jobs: Jobs,
	isWanted: boolean,
	timeZone?: string
): Promise<Demo | null> {
	const [site] = await ctx.db.orm.select().from(sites);
	const isReal = site !== undefined && !site.isDemo;
	if (!isWanted || isReal) {
		await removeDemoAccounts(ctx);
		if (isWanted) log.info('this database holds a real centre: the demo is not started');
		return null;
	}
	const { agentId } = await seedCentre(ctx, timeZone);
	await seedExamples(ctx);
	await ensureDemoAccounts(ctx, { agentId });
	await centre.reconfigure();

	const abort = new AbortController();
	const filled = fillHistory(ctx, abort.signal);
	const running = filled
		.then(() => runFeed(ctx, centre, abort.signal))
		.catch((error: unknown) => log.error({ err: error }, 'the demo feed stopped'));
	const coached = filled
		.then(() => fillPerformance(ctx, abort.signal))
		.then(() => (abort.signal.aborted ? undefined : seedCoaching(ctx, agentId)))
		.then(() => coachOnce(ctx, jobs, abort.signal))
		.catch((error: unknown) => log.error({ err: error }, 'the demo has nothing to coach from'));
	const planned = filled
		.then(() => publishRosters(ctx, abort.signal))
		.then(async (weeks) => {
			await seedRequests(ctx, agentId, abort.signal).catch((error: unknown) =>
				log.error({ err: error }, 'the demo has no requests')
			);
			// The jobs of coaching come first: they are shorter.
			await coached;
			await planWeeks(ctx, jobs, weeks, abort.signal);
		})
		.catch((error: unknown) => log.error({ err: error }, 'the demo has no plan'));
	const evaluated = filled
		.then(() => evaluateOnce(ctx, agentId, abort.signal))
		.catch((error: unknown) => log.error({ err: error }, 'the demo has no evaluations'));
	return {
		stop: async () => {
			abort.abort();
			await Promise.all([running, coached, planned, evaluated]);
		}
	};
}
