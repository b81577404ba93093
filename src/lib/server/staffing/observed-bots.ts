import type { Context } from '../context.ts';
import { shareOutClosed, type BotCount } from './share-out-closed.ts';
import type { Bots } from './queue-terms.ts';

const SINCE_MS = 28 * 86_400_000;
const FEWEST_CONTACTS = 50;

/**
 * What bots have taken and closed of each queue's contacts in the last four weeks; queues with too few contacts to
 * say are left out.
 */
export async function observedBots({ db, now }: Context): Promise<Map<string, Bots & { contacts: number }>> {
	const { rows } = await db.client.execute({
		sql: `SELECT queue_id, channel, language, intent, count(*) AS contacts,
				sum(bot_outcome = 'escalated') AS escalated, sum(bot_outcome IN ('resolved', 'left')) AS closed
			FROM contacts INDEXED BY contacts_last_event
			WHERE last_event_at >= ? AND (bot_outcome IS NULL OR bot_outcome <> 'active')
			GROUP BY queue_id, channel, language, intent`,
		args: [now() - SINCE_MS]
	});
	const counts = rows.map((row): BotCount => ({
		queueId: row.queue_id === null ? null : String(row.queue_id),
		like: [row.channel, row.language, row.intent].join(' '),
		contacts: Number(row.contacts),
		escalated: Number(row.escalated ?? 0),
		closed: Number(row.closed ?? 0)
	}));
	return new Map(
		[...shareOutClosed(counts)]
			.filter(([, { contacts }]) => contacts >= FEWEST_CONTACTS)
			.map(([queueId, { contacts, escalated, closed }]) => {
				const taken = escalated + closed;
				return [queueId, { contacts, share: taken / contacts, containment: taken > 0 ? closed / taken : 0 }];
			})
	);
}
