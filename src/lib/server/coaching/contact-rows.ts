import type { DayBands } from './day-bands.ts';

export const FOLLOW_UP_MS = 7 * 86_400_000;

/**
 * Each stay with an agent that entered its queue on the day, and what is known of it. FCR and re-contacts are of the
 * contact's last stay, once the 7 days after its end are over, and only where the customer (for FCR also the reason) is
 * known; a transfer is a stay that another one of the contact follows. Moods are of the customer's turns while with the
 * agent: first and last quarter of them.
 */
const STAYS = `WITH stays AS MATERIALIZED (
	SELECT v.contact_id, v.ordinal, v.agent_id, v.queue_id, v.entered_at, v.left_at, v.handled_until,
		coalesce(c.channel, q.channel) AS channel, coalesce(c.intent, '') AS intent, c.customer, c.ended_at, c.csat,
		(v.talk_ms + v.hold_ms + v.wrap_ms) / 1000.0 AS handle_s, v.talk_ms / 1000.0 AS talk_s, v.hold_ms / 1000.0 AS hold_s,
		v.wrap_ms / 1000.0 AS wrap_s,
		EXISTS (SELECT 1 FROM visits AS n WHERE n.contact_id = v.contact_id AND n.ordinal = v.ordinal + 1) AS passed_on
	FROM queues AS q JOIN visits AS v ON v.queue_id = q.id AND v.entered_at >= :from AND v.entered_at < :to
		JOIN contacts AS c ON c.id = v.contact_id
	WHERE v.outcome = 'answered' AND v.agent_id IS NOT NULL AND v.handled_until IS NOT NULL AND v.talk_ms + v.hold_ms > 0
), turns AS (
	SELECT s.contact_id, s.ordinal, m.score,
		row_number() OVER (PARTITION BY s.contact_id, s.ordinal ORDER BY m.ordinal) AS i,
		count(*) OVER (PARTITION BY s.contact_id, s.ordinal) AS n
	FROM stays AS s JOIN messages AS m ON m.contact_id = s.contact_id
	WHERE m.party = 'customer' AND m.score IS NOT NULL AND m.at >= s.left_at AND m.at <= s.handled_until
), moods AS (
	SELECT contact_id, ordinal, avg(CASE WHEN i <= max(1, n / 4) THEN score END) AS first,
		CASE WHEN max(n) >= 2 THEN avg(CASE WHEN i > n - max(1, n / 4) THEN score END) END AS last
	FROM turns GROUP BY contact_id, ordinal
), known AS (
	SELECT s.*, m.first AS mood_first, m.last AS mood_last,
		passed_on = 0 AND customer IS NOT NULL AND ended_at IS NOT NULL AND ended_at + ${FOLLOW_UP_MS} <= :now AS is_closed
	FROM stays AS s LEFT JOIN moods AS m USING (contact_id, ordinal)
), outcome AS (
	SELECT k.*,
		is_closed AND EXISTS (SELECT 1 FROM contacts AS o WHERE o.customer = k.customer AND o.id <> k.contact_id
			AND o.started_at > k.ended_at AND o.started_at <= k.ended_at + ${FOLLOW_UP_MS}) AS returned,
		is_closed AND intent <> '' AND EXISTS (SELECT 1 FROM contacts AS o WHERE o.customer = k.customer AND o.id <> k.contact_id
			AND o.intent = k.intent AND o.started_at > k.ended_at AND o.started_at <= k.ended_at + ${FOLLOW_UP_MS}) AS returned_for_it
	FROM known AS k
)`;

const bandSql = ({ bands }: DayBands): string =>
	`CASE ${bands
		.slice(1)
		.map((band, i) => `WHEN entered_at < ${band.fromMs} THEN '${bands[i]!.name}'`)
		.join(' ')} ELSE '${bands.at(-1)!.name}' END`;

/** Inserts the day's facts, summed by agent, queue, channel, intent and band. */
export function insertFacts(day: DayBands, now: number) {
	return {
		sql: `INSERT INTO performance_facts (date, agent_id, queue_id, channel, intent, band, origin, handled, holdable, holds,
			transferable, transfers, fcr_closed, fcr_resolved, recontactable, recontacts, surveys, satisfied, wrapped, moods, shifts,
			talk_seconds, hold_seconds, acw_seconds, log_handle, log_handle_squares, log_acw, log_acw_squares, mood_at_start,
			mood_shift, mood_shift_squares)
		${STAYS}
		SELECT :date, agent_id, queue_id, channel, intent, ${bandSql(day)} AS band, 'log', count(*),
			sum(channel = 'voice'), sum(channel = 'voice' AND hold_s > 0), count(*), sum(passed_on),
			sum(is_closed AND intent <> ''), sum(is_closed AND intent <> '' AND NOT returned_for_it), sum(is_closed), sum(returned),
			sum(passed_on = 0 AND csat IS NOT NULL), sum(passed_on = 0 AND coalesce(csat >= 4, 0)), sum(wrap_s > 0),
			sum(mood_first IS NOT NULL), sum(mood_last IS NOT NULL),
			sum(talk_s), sum(hold_s), sum(wrap_s), sum(ln(handle_s)), sum(ln(handle_s) * ln(handle_s)),
			sum(CASE WHEN wrap_s > 0 THEN ln(wrap_s) ELSE 0 END), sum(CASE WHEN wrap_s > 0 THEN ln(wrap_s) * ln(wrap_s) ELSE 0 END),
			total(mood_first), total(mood_last - mood_first), total((mood_last - mood_first) * (mood_last - mood_first))
		FROM outcome GROUP BY agent_id, queue_id, channel, intent, band`,
		args: { date: day.date, from: day.fromMs, to: day.toMs, now }
	};
}

/** The newest stays of each agent as single contacts, to choose evidence from. */
export function newestStays(fromMs: number, toMs: number, now: number, each: number) {
	return {
		sql: `${STAYS} SELECT * FROM (
			SELECT contact_id, agent_id, queue_id, channel, intent, entered_at, handle_s, wrap_s, hold_s, passed_on, is_closed,
				returned, returned_for_it, csat, mood_first, mood_last,
				row_number() OVER (PARTITION BY agent_id ORDER BY entered_at DESC) AS newest
			FROM outcome) WHERE newest <= ${each}`,
		args: { from: fromMs, to: toMs, now }
	};
}
