import type { Context } from '../context.ts';

/** After this long without a word a letter is taken to have been dealt with unseen. */
const LOST_AFTER_MS = 30 * 86_400_000;

/** When each letter still waiting in these queues came in, oldest first; only those that came before an instant. */
export async function currentBacklog(
	{ db, now }: Context,
	queueIds: readonly string[],
	beforeAt: number
): Promise<Map<string, number[]>> {
	const waiting = new Map<string, number[]>();
	for (const queueId of queueIds) {
		const { rows } = await db.client.execute({
			sql: `SELECT v.entered_at FROM visits v JOIN contacts c ON c.id = v.contact_id
				WHERE v.queue_id = ? AND v.outcome = 'waiting' AND v.entered_at < ? AND c.last_event_at > ?
					AND c.ended_at IS NULL
				ORDER BY v.entered_at`,
			args: [queueId, beforeAt, now() - LOST_AFTER_MS]
		});
		if (rows.length > 0)
			waiting.set(
				queueId,
				rows.map((row) => Number(row.entered_at))
			);
	}
	return waiting;
}
