import type { Context } from '#lib/server/context.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** In SQL: whether an open contact has been heard of within what its channel allows. */
const HEARD = `abs(:now - c.last_event_at) <= CASE coalesce(c.channel, 'voice')
	WHEN 'voice' THEN ${6 * HOUR_MS} WHEN 'chat' THEN ${12 * HOUR_MS} WHEN 'email' THEN ${720 * HOUR_MS} END`;
const WAIT_MS = '(v.left_at - v.entered_at)';
const IN_THRESHOLD = `${WAIT_MS} <= q.service_level_threshold_seconds * 1000`;
const HANDLED = 'v.left_at IS NOT NULL AND v.handled_until IS NOT NULL';

const COUNTS = `count(*) AS offered,
	sum(v.outcome = 'answered') AS answered,
	sum(v.outcome = 'abandoned') AS abandoned,
	sum(v.outcome = 'flowed-out') AS flowedOut,
	sum(v.outcome = 'answered' AND ${IN_THRESHOLD}) AS answeredInThreshold,
	sum(v.outcome = 'abandoned' AND ${IN_THRESHOLD}) AS abandonedInThreshold,
	sum(v.outcome = 'abandoned' AND ${WAIT_MS} <= q.short_abandon_seconds * 1000) AS shortAbandoned,
	avg(CASE WHEN v.outcome = 'answered' THEN ${WAIT_MS} / 1000.0 END) AS asaSeconds,
	avg(CASE WHEN v.outcome IN ('answered', 'abandoned') THEN ${WAIT_MS} / 1000.0 END) AS averageWaitSeconds,
	sum(${HANDLED}) AS handled,
	avg(CASE WHEN ${HANDLED} THEN (v.talk_ms + v.hold_ms + v.wrap_ms) / 1000.0 END) AS ahtSeconds,
	avg(CASE WHEN ${HANDLED} THEN v.talk_ms / 1000.0 END) AS talkSeconds,
	avg(CASE WHEN ${HANDLED} THEN v.hold_ms / 1000.0 END) AS holdSeconds,
	avg(CASE WHEN ${HANDLED} THEN v.wrap_ms / 1000.0 END) AS wrapSeconds`;

const serviceLevel = (variant: string) => `CASE ${variant}
	WHEN 'of-answered' THEN 1.0 * answeredInThreshold / nullif(answered, 0)
	WHEN 'answered-or-abandoned' THEN 1.0 * (answeredInThreshold + abandonedInThreshold) / nullif(answered + abandoned, 0)
	WHEN 'less-abandons-in-threshold' THEN 1.0 * answeredInThreshold / nullif(answered + abandoned - abandonedInThreshold, 0)
	WHEN 'less-short-abandons' THEN 1.0 * answeredInThreshold / nullif(answered + abandoned - shortAbandoned, 0)
	ELSE 1.0 * answeredInThreshold / nullif(answered + abandoned, 0) END AS serviceLevel,
	1.0 * abandoned / offered AS abandonment`;

const BOTS = `sum(bot_outcome = 'active' AND ${HEARD}) AS active, sum(bot_outcome = 'resolved') AS resolved,
	sum(bot_outcome = 'escalated') AS escalated, sum(bot_outcome = 'left') AS left
	FROM contacts c WHERE bot_started_at >= :dayStart`;

const TODAY = 'FROM visits v JOIN queues q ON q.id = v.queue_id WHERE v.entered_at >= :dayStart';

/** What each contact's customer has felt so far, of those heard within a quarter of an hour. */
const MOODS = `SELECT c.queue_id, avg(m.score) AS mood FROM contacts c JOIN messages m ON m.contact_id = c.id
	WHERE m.score IS NOT NULL AND c.last_event_at >= :now - ${15 * MINUTE_MS} AND ${HEARD} GROUP BY c.id`;
const MOOD = 'avg(mood) AS mean, avg(mood <= -0.05) AS negativeShare, count(*) AS count';

export type SqlNumbers = Record<string, number | null>;
export interface SqlFloor {
	/** By queue; those without a contact today are missing. */
	today: Map<string, SqlNumbers>;
	waiting: Map<string, SqlNumbers>;
	handling: Map<string, SqlNumbers>;
	sentiment: Map<string, SqlNumbers>;
	/** By agent and state, seconds today. */
	seconds: Map<string, SqlNumbers>;
	/** By queue. */
	bots: Map<string, SqlNumbers>;
	site: { today: SqlNumbers; bots: SqlNumbers; sentiment: SqlNumbers };
}

/** Every number of the floor by SQL over what is stored, from the definitions: nothing of the product's own counting. */
export async function sqlFloor({ db }: Context, dayStart: number, now: number): Promise<SqlFloor> {
	const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
		const used = Object.fromEntries(
			Object.entries({ dayStart, now }).filter(([name]) => sql.includes(`:${name}`))
		);
		return (await db.client.execute({ sql, args: used })).rows as unknown as Record<string, unknown>[];
	};
	const byQueue = async (sql: string) =>
		new Map((await rows(sql)).map(({ queue, ...numbers }) => [String(queue), numbers as SqlNumbers]));
	const one = async (sql: string) => ({ ...(await rows(sql))[0] }) as SqlNumbers;

	const seconds = new Map<string, SqlNumbers>();
	for (const row of await rows(
		`SELECT agent_id, state, sum(max(0, min(coalesce(to_at, :now), :now) - max(from_at, :dayStart))) / 1000.0 AS seconds
			FROM agent_states GROUP BY agent_id, state`
	)) {
		const ofAgent = seconds.get(String(row.agent_id)) ?? {};
		ofAgent[String(row.state)] = Number(row.seconds);
		seconds.set(String(row.agent_id), ofAgent);
	}
	return {
		today: await byQueue(
			`SELECT *, ${serviceLevel('variant')} FROM (SELECT v.queue_id AS queue, q.service_level_variant AS variant, ${COUNTS} ${TODAY} GROUP BY v.queue_id)`
		),
		waiting: await byQueue(
			`SELECT v.queue_id AS queue, count(*) AS count, min(v.entered_at) AS oldest FROM visits v JOIN contacts c ON c.id = v.contact_id
				WHERE v.outcome = 'waiting' AND v.left_at IS NULL AND ${HEARD} GROUP BY v.queue_id`
		),
		handling: await byQueue(
			`SELECT v.queue_id AS queue, count(*) AS count FROM visits v JOIN contacts c ON c.id = v.contact_id
				WHERE v.outcome = 'answered' AND v.handled_until IS NULL AND ${HEARD} GROUP BY v.queue_id`
		),
		sentiment: await byQueue(
			`SELECT queue_id AS queue, ${MOOD} FROM (${MOODS}) WHERE queue_id IS NOT NULL GROUP BY queue_id`
		),
		seconds,
		bots: await byQueue(`SELECT bot_queue AS queue, ${BOTS} AND bot_queue IS NOT NULL GROUP BY bot_queue`),
		site: {
			today: await one(`SELECT *, ${serviceLevel("'of-offered'")} FROM (SELECT ${COUNTS} ${TODAY})`),
			bots: await one(`SELECT ${BOTS}`),
			sentiment: await one(`SELECT ${MOOD} FROM (${MOODS})`)
		}
	};
}
