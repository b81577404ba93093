import type { InValue } from '@libsql/client';
import type { ContactQuery } from '#lib/contracts/conversations.ts';
import { contactScope } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { LOST_AFTER_MS } from '../live/index.ts';
import { HAS_WORD_SQL, wordArgs } from './words-sql.ts';

/** The labels' bounds of [−1, 1], on −5…+5. */
const NEGATIVE_AT = -0.25;
const POSITIVE_FROM = 0.25;
/** A shift by so much is a fall. */
const FALLING_AT = -1;

/** In progress: no end told, nothing that ends it by itself, and heard of within what its channel allows. */
export const OPEN_SQL = `(c.ended_at IS NULL AND NOT (c.queue_id IS NULL AND coalesce(c.bot_outcome, '') IN ('resolved', 'left'))
	AND c.last_event_at >= ? - CASE c.channel ${Object.entries(LOST_AFTER_MS)
		.map(([channel, ms]) => `WHEN '${channel}' THEN ${ms}`)
		.join(' ')} ELSE ${LOST_AFTER_MS.voice} END)`;

/** What the words tell where the source says nothing. */
const guessed = (column: 'intent' | 'language') =>
	`(SELECT ${column} FROM contact_intents WHERE contact_id = c.id)`;

const MOOD_SQL = {
	negative: `c.mood <= ${NEGATIVE_AT}`,
	neutral: `c.mood > ${NEGATIVE_AT} AND c.mood < ${POSITIVE_FROM}`,
	positive: `c.mood >= ${POSITIVE_FROM}`,
	falling: `c.mood_shift <= ${FALLING_AT}`,
	unknown: 'c.mood IS NULL'
} as const;

/**
 * What a query asks for of what the actor sees, as conditions on `contacts AS c`. Words are looked for in the messages of the contacts that
 * everything else leaves, so a narrow period is a quick search.
 */
export function contactConditions(
	actor: Pick<Actor, 'scope'> | null,
	query: ContactQuery,
	nowMs: number
): { where: string; args: InValue[] } {
	const parts = ['c.started_at >= ?', 'c.started_at < ?'];
	const args: InValue[] = [query.period.fromMs, query.period.toMs];
	const add = (part: string, ...values: InValue[]) => {
		parts.push(part);
		args.push(...values);
	};
	if (query.state) add(query.state === 'open' ? OPEN_SQL : `NOT ${OPEN_SQL}`, nowMs);
	if (query.queue) add('coalesce(c.queue_id, c.bot_queue) = ?', query.queue);
	if (query.channel) add('c.channel = ?', query.channel);
	if (query.agent) add('c.agent_id = ?', query.agent);
	if (query.bot === 'any') add('c.bot_outcome IS NOT NULL');
	else if (query.bot === 'none') add('c.bot_outcome IS NULL');
	else if (query.bot) add('c.bot_outcome = ?', query.bot);
	if (query.language) add(`coalesce(c.language, ${guessed('language')}) = ?`, query.language);
	if (query.intent) add(`coalesce(c.intent, ${guessed('intent')}) = ?`, query.intent);
	if (query.mood) add(`(${MOOD_SQL[query.mood]})`);
	if (query.cue) add('instr(c.cues, ?) > 0', `"${query.cue}"`);
	const seen = contactScope(actor);
	add(seen.sql, ...seen.args);
	for (const word of query.words)
		add(
			`EXISTS (SELECT 1 FROM messages AS m WHERE m.contact_id = c.id AND ${HAS_WORD_SQL})`,
			...wordArgs(word)
		);
	return { where: parts.join(' AND '), args };
}
