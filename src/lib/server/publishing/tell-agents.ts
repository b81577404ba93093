import type { Context } from '../context.ts';
import { tell } from '../notices/index.ts';
import { startOf } from './difference-span.ts';
import type { PlannedAgent } from './plan-publication.ts';

/** So many changed days are named in a notice; the page has them all. */
const NAMED_DAYS = 3;

/** Tells each of these people, and nobody else, what a publication changes for them. Call it once it is stored. */
export async function tellAgents(
	ctx: Context,
	kind: 'schedule.published' | 'schedule.reminder',
	people: readonly Pick<PlannedAgent, 'agentId' | 'differences'>[],
	accounts: ReadonlyMap<string, readonly string[]>
): Promise<void> {
	for (const { agentId, differences } of people)
		await tell(
			ctx,
			accounts.get(agentId) ?? [],
			kind,
			{
				startAt: Math.min(...differences.map(startOf)),
				days: differences.length,
				// Read back by the notice's sentence, in the language of whoever reads it.
				changes: JSON.stringify(
					differences.slice(0, NAMED_DAYS).map(({ date, before, after }) => ({
						date,
						before: before.map(({ startAt, endAt }) => ({ startAt, endAt, breaks: [] })),
						after: after.map(({ startAt, endAt }) => ({ startAt, endAt, breaks: [] }))
					}))
				)
			},
			'/me'
		);
}
