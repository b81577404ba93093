import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone, readFacts } from '../history/index.ts';
import type { JobStarter } from '../jobs/index.ts';
import { listQueues } from '../queues/index.ts';
import { createScenarios } from './create-scenarios.ts';
import { defaultScenario } from './default-scenario.ts';
import { measureBots } from './measure-bots.ts';
import { measurePeople } from './measure-people.ts';
import { measurePools } from './measure-pools.ts';
import type { MeasuredQueue, MeasureWork } from './measure-queues.ts';
import { nextMonth } from './next-month.ts';

const name = z.string().trim().min(1).max(120);
const Wanted = z.object({
	/** What becomes of what was measured, and under which name. */
	scenarios: z
		.array(z.object({ name, variant: z.enum(['as-is', 'growth', 'bots']) }))
		.min(1)
		.max(3),
	monthCount: z.int().min(1).max(24).default(12)
});
export type ScenariosWish = z.input<typeof Wanted>;

const HISTORY_DAYS = 800;

/**
 * Measures the centre and makes scenarios of it, as a job: `as-is` nothing changes, `growth` 10 % a year, `bots` ten points
 * of containment more. The job's result is `{ scenarioIds }`.
 */
export async function startScenarios(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	timeZone: string,
	wish: ScenariosWish
): Promise<JobUpdate> {
	requireRight(actor, 'capacity.manage');
	const { scenarios, monthCount } = parseInput('Making capacity scenarios', Wanted, wish);
	const now = ctx.now();
	const queues = new Map((await listQueues(ctx)).map((queue) => [queue.id, queue]));
	const facts = await readFacts(ctx, [...queues.keys()], now - HISTORY_DAYS * 86_400_000);
	if (facts.length === 0)
		throw new InvalidInputError(
			'Making capacity scenarios: no queue has a history of the last two years; import one first.'
		);
	const firstMonth = nextMonth(now, openTimeZone(timeZone)!.offsetMs(now));
	const payload: MeasureWork = { facts, timeZone, firstMonth, monthCount };
	return jobs.start(actor, {
		kind: 'capacity',
		input: { scenarios, monthCount, firstMonth },
		payload,
		finish: async (result) => {
			const measured = result as MeasuredQueue[];
			if (measured.length === 0)
				throw new InvalidInputError('Making capacity scenarios: the history holds no contacts.');
			const [people, bots, pools] = await Promise.all([
				measurePeople(ctx),
				measureBots(ctx),
				measurePools(ctx)
			]);
			const asIs = defaultScenario(measured, queues, people, bots, pools, { firstMonth, monthCount, now });
			const scenarioIds = await createScenarios(
				ctx,
				actor,
				scenarios.map(({ name: called, variant }) => ({ name: called, input: VARIANTS[variant](asIs) }))
			);
			return { scenarioIds };
		}
	});
}

const VARIANTS: Record<
	z.infer<typeof Wanted>['scenarios'][number]['variant'],
	(asIs: CapacityScenarioInput) => CapacityScenarioInput
> = {
	'as-is': (asIs) => asIs,
	growth: (asIs) => ({ ...asIs, changes: { ...asIs.changes, growth: { rate: 0.1, per: 'year' } } }),
	bots: (asIs) => {
		const hasBots = asIs.families.some(({ bots }) => bots.share > 0);
		return {
			...asIs,
			// A centre without bots: ten contacts in a hundred are resolved by one that everybody meets.
			families: hasBots
				? asIs.families
				: asIs.families.map((family) => ({ ...family, bots: { share: 1, containment: 0 } })),
			changes: { ...asIs.changes, containmentSteps: [{ month: 0, points: 0.1 }] }
		};
	}
};
