import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { EvaluationBasis, SampleState } from '#lib/contracts/quality.ts';
import type { Channel } from '#lib/contracts/terms.ts';
import type { RiskReason } from '#solver/quality/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { contacts, qualityDraws, qualitySamples } from '../db/schema/index.ts';
import { namesOf } from './people.ts';

export interface QueueRow {
	contactId: string;
	agentId: string;
	agentName: string;
	basis: EvaluationBasis;
	/** Of random ones: the chance with which it was drawn. */
	probability: number | null;
	risk: number;
	reasons: RiskReason[];
	contactAt: number;
	channel: Channel | null;
	intent: string | null;
	language: string | null;
	state: SampleState;
}

/** Most that one page shows; what is older waits behind it. */
const MOST_ROWS = 2_000;

/**
 * Drawn contacts that wait, and those set aside: by risk those chosen for it, then the random ones in the order of the
 * draw. To take the random ones by their risk would make the sample one of hard contacts.
 */
export async function listQueue(
	ctx: Context,
	actor: Actor
): Promise<{ rows: QueueRow[]; lastDrawAt: number | null }> {
	requireRight(actor, 'quality.view');
	const { orm } = ctx.db;
	const names = await namesOf(ctx);
	const [rows, [last]] = await Promise.all([
		orm
			.select({ sample: qualitySamples, contact: contacts })
			.from(qualitySamples)
			.leftJoin(contacts, eq(contacts.id, qualitySamples.contactId))
			.where(inArray(qualitySamples.state, ['open', 'skipped']))
			.orderBy(
				sql`${qualitySamples.basis} <> 'risk'`,
				sql`CASE WHEN ${qualitySamples.basis} = 'risk' THEN -${qualitySamples.risk} END`,
				sql`${qualitySamples}.rowid`
			)
			.limit(MOST_ROWS),
		orm.select({ at: qualityDraws.drawnAt }).from(qualityDraws).orderBy(desc(qualityDraws.drawnAt)).limit(1)
	]);
	return {
		lastDrawAt: last?.at ?? null,
		rows: rows
			.filter(({ sample }) => leadsAgent(actor, sample.agentId))
			.map(({ sample, contact }) => ({
				contactId: sample.contactId,
				agentId: sample.agentId,
				agentName: names.agent(sample.agentId),
				basis: sample.basis,
				probability: sample.probability,
				risk: sample.risk,
				reasons: sample.reasons,
				contactAt: sample.contactAt,
				channel: contact?.channel ?? null,
				intent: contact?.intent ?? null,
				language: contact?.language ?? null,
				state: sample.state
			}))
	};
}
