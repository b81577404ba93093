import { desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { OfferState } from '#lib/contracts/offers.ts';
import type { Context } from '../context.ts';
import { agents, offerAgents, offers, scheduleChanges } from '../db/schema/index.ts';

export type Offer = typeof offers.$inferSelect;
export interface OfferPerson extends Omit<typeof offerAgents.$inferSelect, 'state'> {
	name: string;
	state: OfferState | 'undone';
}

/** Offers with everybody who was asked or left out, the latest first. */
export async function readOffers(
	{ db: { orm } }: Context,
	where: SQL | undefined
): Promise<{ offer: Offer; people: OfferPerson[]; accepted: number }[]> {
	const found = await orm.select().from(offers).where(where).orderBy(desc(offers.createdAt));
	if (found.length === 0) return [];
	const rows = await orm
		.select({ person: offerAgents, name: agents.name, removedAt: scheduleChanges.removedAt })
		.from(offerAgents)
		.innerJoin(agents, eq(agents.id, offerAgents.agentId))
		.leftJoin(scheduleChanges, eq(scheduleChanges.id, offerAgents.changeId))
		.where(
			inArray(
				offerAgents.offerId,
				found.map(({ id }) => id)
			)
		)
		.orderBy(agents.name);
	const byOffer = Map.groupBy(
		rows.map(({ person, name, removedAt }): OfferPerson => ({
			...person,
			name,
			state: person.state === 'accepted' && removedAt !== null ? 'undone' : person.state
		})),
		({ offerId }) => offerId
	);
	return found.map((offer) => {
		const people = byOffer.get(offer.id) ?? [];
		return { offer, people, accepted: people.filter(({ state }) => state === 'accepted').length };
	});
}
