import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { sites } from '../db/schema/index.ts';
import type { JobStarter } from '../jobs/index.ts';
import type { CoachingFound, CoachingWork } from './coaching-work.ts';
import { readCatalogue } from './catalogue.ts';
import { gatherFacts } from './gather-facts.ts';
import { readCandidates } from './read-candidates.ts';
import { readCoached } from './read-coached.ts';
import { readFacts } from './read-facts.ts';
import { storeCoaching } from './store-coaching.ts';

const DAY_MS = 86_400_000;

export const CoachingPeriod = z.object({
	/** Whole local days up to now. */
	days: z.number().int().min(7).max(366).default(84)
});
export type CoachingPeriod = z.input<typeof CoachingPeriod>;

/** Brings the facts up to date and compares all agents over the last weeks, as a job; its findings take the place of the last ones. */
export async function startCoaching(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	input: CoachingPeriod = {}
): Promise<JobUpdate> {
	requireRight(actor, 'coaching.compute');
	const { days: wanted } = parseInput('Computing coaching', CoachingPeriod, input);
	const [site] = await ctx.db.orm.select().from(sites);
	const toMs = ctx.now();
	const period = { fromMs: toMs - (wanted - 1) * DAY_MS, toMs, timeZone: site?.timeZone ?? 'UTC' };
	const days = await gatherFacts(ctx, period);
	const facts = await readFacts(ctx, days);
	const payload: CoachingWork = {
		facts,
		contacts: await readCandidates(ctx, days, facts),
		catalogue: (await readCatalogue(ctx)).catalogue,
		...(await readCoached(ctx, days))
	};
	return jobs.start(actor, {
		kind: 'coaching',
		input: { days: wanted },
		payload,
		finish: (result) =>
			storeCoaching(
				ctx,
				actor,
				{ fromDate: days[0]!.date, toDate: days.at(-1)!.date },
				result as CoachingFound
			)
	});
}
