import { eq } from 'drizzle-orm';
import { actorOf, InvalidInputError, sessionUserOf } from '../access/index.ts';
import { startScenarios, type ScenariosWish } from '../capacity/index.ts';
import { startCoaching, type CoachingPeriod } from '../coaching/index.ts';
import type { Actor, Context } from '../context.ts';
import { sites, users } from '../db/schema/index.ts';
import { startForecast, type ForecastInput } from '../forecasts/index.ts';
import { trainingRequest } from '../intents/index.ts';
import type { JobKind, JobStarter, Redo } from '../jobs/index.ts';
import { rerunRoster, startRoster, type RerunInput, type RosterInput } from '../rosters/index.ts';
import { startCheck, startStaffing, type CheckInput, type StaffingInput } from '../staffing/index.ts';

type Start = (ctx: Context, jobs: JobStarter, actor: Actor, zone: string, input: unknown) => ReturnType<Redo>;

/** How the work of each kind is asked for from what the record holds of it. */
const STARTS: Record<JobKind, Start> = {
	forecast: (ctx, jobs, actor, zone, input) => startForecast(ctx, jobs, actor, zone, input as ForecastInput),
	staffing: (ctx, jobs, actor, _, input) => startStaffing(ctx, jobs, actor, input as StaffingInput),
	'staffing-check': (ctx, jobs, actor, _, input) => startCheck(ctx, jobs, actor, input as CheckInput),
	capacity: (ctx, jobs, actor, zone, input) => startScenarios(ctx, jobs, actor, zone, input as ScenariosWish),
	coaching: (ctx, jobs, actor, _, input) => startCoaching(ctx, jobs, actor, input as CoachingPeriod),
	roster: (ctx, jobs, actor, _, input) =>
		typeof input === 'object' && input !== null && 'basedOn' in input
			? rerunRoster(ctx, jobs, actor, input as RerunInput)
			: startRoster(ctx, jobs, actor, input as RosterInput),
	intents: async (ctx, jobs, actor) => jobs.start(actor, await trainingRequest(ctx, actor)),
	'day-plan': () => {
		throw new InvalidInputError('The day has gone on since. Re-optimise the rest of it anew.');
	}
};

/** Recorded work, on behalf of the person who asked for it, with the rights that this person has now. */
export const redoJob =
	(ctx: Context): Redo =>
	async ({ kind, input, createdBy }, starter) => {
		const { orm } = ctx.db;
		const id = /^user:(.+)$/.exec(createdBy)?.[1];
		const [user] = id ? await orm.select().from(users).where(eq(users.id, id)) : [];
		if (!user) throw new InvalidInputError('Whoever asked for it has no account any more. Start it again.');
		const actor = actorOf(await sessionUserOf(ctx, user, null));
		const [site] = await orm.select({ timeZone: sites.timeZone }).from(sites);
		return STARTS[kind as JobKind](ctx, starter, actor, site?.timeZone ?? 'UTC', input);
	};
