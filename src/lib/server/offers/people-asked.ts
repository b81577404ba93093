import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { offerAgents, offers } from '../db/schema/index.ts';

/**
 * Agents who have an offer to answer, or have declined one whose time is still to come. For domains: rights are the
 * caller's.
 */
export async function peopleAsked(ctx: Context): Promise<Set<string>> {
	const nowMs = ctx.now();
	const rows = await ctx.db.orm
		.select({ agentId: offerAgents.agentId })
		.from(offerAgents)
		.innerJoin(offers, eq(offers.id, offerAgents.offerId))
		.where(
			and(
				gt(offers.toAt, nowMs),
				or(
					eq(offerAgents.state, 'declined'),
					and(eq(offerAgents.state, 'asked'), isNull(offers.withdrawnAt), gt(offers.expiresAt, nowMs))
				)
			)
		);
	return new Set(rows.map(({ agentId }) => agentId));
}
