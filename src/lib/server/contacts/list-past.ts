import type { PastContact, PastOutcome } from '#lib/contracts/handoff.ts';
import type { Context } from '../context.ts';

interface Row {
	id: string;
	at: number;
	channel: PastContact['channel'];
	intent: string | null;
	agentId: string | null;
	agentName: string | null;
	endedAt: number | null;
	bot: string | null;
	csat: number | null;
	lastVisit: string | null;
	resolved: number | null;
}

/**
 * A customer's contacts before an instant, the latest first. No right is asked for: the verbs that show them ask for theirs.
 */
export async function listPast(
	{ db }: Context,
	customer: string,
	beforeMs: number,
	limit: number
): Promise<PastContact[]> {
	const { rows } = await db.client.execute({
		sql: `SELECT c.id, c.started_at AS at, c.channel, c.intent, c.agent_id AS agentId, a.name AS agentName, c.ended_at AS endedAt,
				c.bot_outcome AS bot, c.csat,
				(SELECT outcome FROM visits WHERE contact_id = c.id ORDER BY ordinal DESC LIMIT 1) AS lastVisit,
				(SELECT data ->> '$.resolved' FROM event_log WHERE contact = c.id AND type IN ('marea.contact.wrapped', 'marea.contact.ended')
					AND data ->> '$.resolved' IS NOT NULL ORDER BY at DESC LIMIT 1) AS resolved
			FROM contacts AS c LEFT JOIN agents AS a ON a.id = c.agent_id
			WHERE c.customer = ?1 AND c.started_at < ?2 ORDER BY c.started_at DESC LIMIT ?3`,
		args: [customer, beforeMs, limit]
	});
	return (rows as unknown as Row[]).map((row) => ({
		id: row.id,
		at: row.at,
		channel: row.channel,
		intent: row.intent,
		agent: row.agentId === null ? null : { id: row.agentId, name: row.agentName ?? row.agentId },
		outcome: outcomeOf(row),
		csat: row.csat
	}));
}

function outcomeOf({ resolved, bot, lastVisit, endedAt }: Row): PastOutcome {
	if (resolved !== null) return resolved === 1 ? 'resolved' : 'unresolved';
	if (lastVisit === 'abandoned' || lastVisit === 'flowed-out') return lastVisit;
	if (lastVisit === 'answered') return 'answered';
	if (bot === 'resolved') return 'bot';
	return endedAt === null ? 'open' : 'answered';
}
