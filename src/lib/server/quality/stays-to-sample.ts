import type { RiskContact } from '#solver/quality/index.ts';
import type { Context } from '../context.ts';

const DAY_MS = 86_400_000;
export const FOLLOW_UP_MS = 7 * DAY_MS;

/** A contact's first stay with an agent: what is drawn and judged. */
export interface SampleStay extends RiskContact {
	agentId: string;
	contactAt: number;
}

/** Stays whose handling ended in the period, each pair of contact and agent once, by its first. */
export async function staysToSample(
	{ db, now }: Context,
	period: { fromMs: number; toMs: number },
	only?: { contactId: string }
): Promise<SampleStay[]> {
	const { rows } = await db.client.execute({
		// Begun at most a day before it ended: so the index on queue and beginning serves.
		sql: `SELECT v.contact_id, v.agent_id, v.handled_until, v.hold_ms, c.cues, c.mood_shift, c.bot_outcome,
				EXISTS (SELECT 1 FROM visits AS n WHERE n.contact_id = v.contact_id AND n.ordinal > v.ordinal
					AND n.agent_id IS NOT v.agent_id) AS passed_on,
				CASE WHEN c.customer IS NULL OR c.ended_at IS NULL THEN NULL
					WHEN EXISTS (SELECT 1 FROM contacts AS o WHERE o.customer = c.customer AND o.id <> c.id
						AND o.started_at > c.ended_at AND o.started_at <= c.ended_at + ${FOLLOW_UP_MS}) THEN 1
					WHEN c.ended_at + ${FOLLOW_UP_MS} > :now THEN NULL ELSE 0 END AS came_back
			FROM ${
				only
					? 'visits AS v'
					: `queues AS q JOIN visits AS v ON v.queue_id = q.id AND v.entered_at >= :from - ${DAY_MS} AND v.entered_at < :to`
			} JOIN contacts AS c ON c.id = v.contact_id
			WHERE v.outcome = 'answered' AND v.agent_id IS NOT NULL AND v.handled_until >= :from AND v.handled_until < :to
				AND v.talk_ms + v.hold_ms > 0 ${only ? 'AND v.contact_id = :contact' : ''}
				AND NOT EXISTS (SELECT 1 FROM visits AS e WHERE e.contact_id = v.contact_id AND e.ordinal < v.ordinal
					AND e.agent_id = v.agent_id AND e.outcome = 'answered' AND e.handled_until IS NOT NULL)`,
		args: {
			from: period.fromMs,
			to: period.toMs,
			now: now(),
			...(only ? { contact: only.contactId } : {})
		}
	});
	return rows.map((row) => ({
		id: String(row.contact_id),
		agentId: String(row.agent_id),
		contactAt: Number(row.handled_until),
		cues: row.cues === null ? {} : (JSON.parse(String(row.cues)) as Record<string, number>),
		moodShift: row.mood_shift === null ? null : Number(row.mood_shift),
		cameBack: row.came_back === null ? null : Number(row.came_back) === 1,
		passedOn: Number(row.passed_on) === 1,
		botEscalated: row.bot_outcome === 'escalated',
		holdSeconds: Number(row.hold_ms) / 1000
	}));
}
