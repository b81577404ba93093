import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { offerAgents } from '../db/schema/index.ts';

/** The changes of the schedule that acceptances of these offers have made, by offer. For domains: rights are the caller's. */
export async function changesOfOffers(
	{ db: { orm } }: Context,
	offerIds: readonly string[]
): Promise<Map<string, string[]>> {
	if (offerIds.length === 0) return new Map();
	const rows = await orm
		.select({ offerId: offerAgents.offerId, changeId: offerAgents.changeId })
		.from(offerAgents)
		.where(and(inArray(offerAgents.offerId, [...offerIds]), eq(offerAgents.state, 'accepted')));
	const changes = new Map<string, string[]>();
	for (const { offerId, changeId } of rows)
		if (changeId !== null) changes.set(offerId, [...(changes.get(offerId) ?? []), changeId]);
	return changes;
}
