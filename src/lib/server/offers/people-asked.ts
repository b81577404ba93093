import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { offerAgents, offers } from '../db/schema/index.ts';

/**
 * Agents who have an offer of these hours to answer, or have declined one. For domains: rights are the caller's.
 */
export async function peopleAsked(
	ctx: Context,
	{ fromMs, toMs }: { fromMs: number; toMs: number }
): Promise<Set<string>> {
	const nowMs = ctx.now();
	const rows = await ctx.db.orm
		.select({ agentId: offerAgents.agentId })
		.from(offerAgents)
		.innerJoin(offers, eq(offers.id, offerAgents.offerId))
		.where(
			and(
				gt(offers.toAt, fromMs),
				lt(offers.fromAt, toMs),
				or(
					eq(offerAgents.state, 'declined'),
					and(eq(offerAgents.state, 'asked'), isNull(offers.withdrawnAt), gt(offers.expiresAt, nowMs))
				)
			)
		);
	return new Set(rows.map(({ agentId }) => agentId));
}
