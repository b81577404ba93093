import type { InValue } from '@libsql/client';
import type { BotQuery } from '#lib/contracts/bots.ts';
import { contactScope } from '../access/index.ts';
import type { Actor } from '../context.ts';

const DAY_MS = 86_400_000;

/**
 * The bot conversations that a query asks for, as `WITH s AS (…)`: a row each, with whether a person ever answered
 * and whether the customer came back.
 */
export function sessionSql(
	actor: Pick<Actor, 'scope'> | null,
	query: BotQuery
): { sql: string; args: InValue[] } {
	const parts = ['c.bot_started_at >= ?', 'c.bot_started_at < ?'];
	const args: InValue[] = [query.windowDays * DAY_MS, query.period.fromMs, query.period.toMs];
	const only = (column: string, value: string | null) => {
		if (value === null) return;
		parts.push(`${column} = ?`);
		args.push(value);
	};
	only('c.bot_id', query.bot);
	only('coalesce(c.bot_queue, c.queue_id)', query.queue);
	only('coalesce(c.intent, g.intent)', query.intent);
	only('coalesce(c.language, g.language)', query.language);
	const seen = contactScope(actor);
	parts.push(seen.sql);
	args.push(...seen.args);
	return {
		sql: `WITH s AS MATERIALIZED (
			SELECT *, outcome IN ('resolved', 'left') AND NOT answered AS alone,
				outcome IN ('resolved', 'left') AND NOT answered AND came_back AS returned,
				length(path) - length(replace(path, 'u', '')) AS understood, length(path) - length(replace(path, 'f', '')) AS failed
			FROM (SELECT c.bot_id AS bot, coalesce(c.bot_queue, c.queue_id) AS queue, coalesce(c.intent, g.intent) AS intent,
				c.intent IS NULL AND g.intent IS NOT NULL AS guessed, coalesce(c.language, g.language) AS language, c.bot_outcome AS outcome,
				coalesce(c.bot_path, '') AS path, c.bot_reason AS reason, c.customer, c.mood_with_bot AS with_bot,
				EXISTS (SELECT 1 FROM visits AS v WHERE v.contact_id = c.id AND v.outcome = 'answered') AS answered, c.mood_with_person AS with_person,
				c.customer IS NOT NULL AND EXISTS (SELECT 1 FROM contacts AS n WHERE n.customer = c.customer AND n.id <> c.id AND n.started_at > c.started_at
					AND n.started_at <= coalesce(c.bot_ended_at, c.last_event_at) + ?) AS came_back
				FROM contacts AS c LEFT JOIN contact_intents AS g ON g.contact_id = c.id WHERE ${parts.join(' AND ')}))`,
		args
	};
}
