import { and, eq, gte, ne } from 'drizzle-orm';
import { sampleMean, type SampleMean } from '#solver/quality/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityEvaluations, qualitySamples } from '../db/schema/index.ts';
import { namesOf } from './people.ts';

export interface AgentAverage {
	agentId: string;
	agentName: string;
	/** From random contacts alone; null: none evaluated. */
	random: SampleMean | null;
	/** All that were shared, whyever they were chosen. */
	evaluations: number;
	fails: number;
}

/**
 * How each agent does, by the random sample alone, each draw counting by how many contacts it was drawn from. What was
 * chosen for its risk says nothing of the rest and is only counted.
 */
export async function agentAverages(
	ctx: Context,
	actor: Actor,
	{ days }: { days: number }
): Promise<AgentAverage[]> {
	requireRight(actor, 'quality.view');
	const rows = await ctx.db.orm
		.select({ evaluation: qualityEvaluations, sample: qualitySamples })
		.from(qualityEvaluations)
		.leftJoin(
			qualitySamples,
			and(
				eq(qualitySamples.contactId, qualityEvaluations.contactId),
				eq(qualitySamples.agentId, qualityEvaluations.agentId)
			)
		)
		.where(
			and(
				eq(qualityEvaluations.state, 'shared'),
				ne(qualityEvaluations.basis, 'calibration'),
				gte(qualityEvaluations.contactAt, ctx.now() - days * 86_400_000)
			)
		);
	const names = await namesOf(ctx);
	const seen = rows.filter(({ evaluation }) => leadsAgent(actor, evaluation.agentId));
	return [...Map.groupBy(seen, ({ evaluation }) => evaluation.agentId)]
		.map(([agentId, own]) => {
			const random = own.filter(({ evaluation }) => evaluation.basis === 'random');
			const strata = [...Map.groupBy(random, ({ sample }) => sample?.drawId ?? '').values()].flatMap(
				(drawn) => {
					const population = drawn[0]!.sample?.population;
					const scores = drawn.flatMap(({ evaluation: { score } }) => (score === null ? [] : [score]));
					return population ? [{ population, scores }] : [];
				}
			);
			return {
				agentId,
				agentName: names.agent(agentId),
				random: sampleMean(strata),
				evaluations: own.length,
				fails: own.filter(({ evaluation }) => evaluation.failedBy.length > 0).length
			};
		})
		.sort((a, b) => a.agentName.localeCompare(b.agentName));
}
