import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { WaitingContact } from '#lib/contracts/contact.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { contactIntents, contacts, visits } from '../db/schema/index.ts';

const MOST = 200;

/**
 * The contacts in a queue's line, oldest first.
 *
 * @param heardSinceMs contacts without a word since then have ended unseen
 */
export async function listWaiting(
	{ db: { orm } }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	queueId: string,
	heardSinceMs: number
): Promise<WaitingContact[]> {
	requireRight(actor, 'contacts.view', { queue: queueId });
	return orm
		.select({
			id: contacts.id,
			customer: contacts.customer,
			language: sql<string | null>`coalesce(${contacts.language}, ${contactIntents.language})`,
			intent: sql<string | null>`coalesce(${contacts.intent}, ${contactIntents.intent})`,
			intentProbability: sql<
				number | null
			>`CASE WHEN ${contacts.intent} IS NULL AND ${contactIntents.intent} IS NOT NULL THEN ${contactIntents.probability} END`,
			enteredAt: visits.enteredAt
		})
		.from(visits)
		.innerJoin(contacts, eq(contacts.id, visits.contactId))
		.leftJoin(contactIntents, eq(contactIntents.contactId, contacts.id))
		.where(
			and(eq(visits.queueId, queueId), eq(visits.outcome, 'waiting'), gt(contacts.lastEventAt, heardSinceMs))
		)
		.orderBy(asc(visits.enteredAt))
		.limit(MOST);
}
