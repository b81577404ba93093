import type { InValue, Row } from '@libsql/client';
import type { ContactListRow, ContactPage, ContactQuery } from '#lib/contracts/conversations.ts';
import type { Channel } from '#lib/contracts/terms.ts';
import { requireRight } from '../access/index.ts';
import { REPEAT_WINDOW_MS } from '../attention/index.ts';
import type { Actor, Context } from '../context.ts';
import { contactConditions, OPEN_SQL } from './contact-conditions.ts';
import { HAS_WORD_SQL, plainText, wordArgs } from './words-sql.ts';

export const CONTACTS_PER_PAGE = 50;
const MOST_FOUND_LETTERS = 200;

const REPEATS_SQL = `CASE WHEN c.customer IS NULL THEN NULL ELSE (SELECT count(*) FROM contacts AS r
	WHERE r.customer = c.customer AND r.started_at >= c.started_at - ${REPEAT_WINDOW_MS} AND r.started_at < c.started_at AND r.id <> c.id) END`;

const SORT_SQL: Record<ContactQuery['sort'], string> = {
	started: 'c.started_at',
	duration: 'c.ended_at - c.started_at',
	mood: 'c.mood',
	shift: 'c.mood_shift',
	csat: 'c.csat',
	repeats: 'repeats'
};

/** A page of the contacts that a query asks for; unknown values come last either way. */
export async function listContacts(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	query: ContactQuery,
	nowMs: number,
	perPage = CONTACTS_PER_PAGE
): Promise<ContactPage> {
	requireRight(actor, 'contacts.view');
	const { where, args } = contactConditions(actor, query, nowMs);
	const order = SORT_SQL[query.sort];
	const first = query.words[0];
	const found =
		first === undefined
			? 'NULL'
			: `(SELECT m.text FROM messages AS m WHERE m.contact_id = c.id AND ${HAS_WORD_SQL} ORDER BY m.ordinal LIMIT 1)`;
	const foundArgs: InValue[] = first === undefined ? [] : wordArgs(first);
	/** What is asked for is looked for once, counted and paged. */
	const read = async (page: number) =>
		db.client.execute({
			sql: `WITH hit AS MATERIALIZED (SELECT c.id AS hit_id FROM contacts AS c WHERE ${where}),
				page AS MATERIALIZED (SELECT c.*, ${query.sort === 'repeats' ? REPEATS_SQL : 'NULL'} AS repeats FROM hit JOIN contacts AS c ON c.id = hit_id
					ORDER BY ${order} IS NULL, ${order} ${query.direction}, c.id LIMIT ? OFFSET ?)
				SELECT (SELECT count(*) FROM hit) AS total, c.*, q.name AS queue_name, a.name AS agent_name, ${OPEN_SQL} AS is_open, g.intent AS told_intent, g.language AS told_language, g.probability AS told_probability,
					${REPEATS_SQL} AS repeats_of, ${found} AS found
				FROM (SELECT 1) LEFT JOIN page AS c ON true LEFT JOIN queues AS q ON q.id = coalesce(c.queue_id, c.bot_queue) LEFT JOIN agents AS a ON a.id = c.agent_id LEFT JOIN contact_intents AS g ON g.contact_id = c.id
				ORDER BY ${order} IS NULL, ${order} ${query.direction}, c.id`,
			args: [...args, perPage, (page - 1) * perPage, nowMs, ...foundArgs]
		});
	let { rows } = await read(query.page);
	const total = Number(rows[0]!.total);
	const pages = Math.max(1, Math.ceil(total / perPage));
	const page = Math.min(query.page, pages);
	if (page < query.page) ({ rows } = await read(page));
	// Without a contact, the row that tells the total stands alone.
	const listed = rows.filter((row) => row.id !== null);
	return { rows: listed.map((row) => listRow(row, first)), total, page, pages };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (value === null ? null : Number(value));

function listRow(row: Row, word: string | undefined): ContactListRow {
	const queueId = textOf(row.queue_id) ?? textOf(row.bot_queue);
	const agentId = textOf(row.agent_id);
	const isOpen = Boolean(row.is_open);
	const startedAt = Number(row.started_at);
	const endedAt = numberOf(row.ended_at);
	const [intent, told] = [textOf(row.intent), textOf(row.told_intent)];
	return {
		id: String(row.id),
		customer: textOf(row.customer),
		channel: textOf(row.channel) as Channel | null,
		language: textOf(row.language) ?? textOf(row.told_language),
		intent: intent ?? told,
		intentProbability: intent === null && told !== null ? Number(row.told_probability) : null,
		queue: queueId === null ? null : { id: queueId, name: textOf(row.queue_name) ?? queueId },
		agent: agentId === null ? null : { id: agentId, name: textOf(row.agent_name) ?? agentId },
		startedAt,
		endedAt,
		isOpen,
		durationSeconds: endedAt === null ? null : (endedAt - startedAt) / 1000,
		botOutcome: textOf(row.bot_outcome) as ContactListRow['botOutcome'],
		mood: numberOf(row.mood),
		moodShift: numberOf(row.mood_shift),
		moodTurns: Number(row.mood_turns),
		cues: row.cues ? (JSON.parse(String(row.cues)) as ContactListRow['cues']) : {},
		csat: numberOf(row.csat),
		repeats: numberOf(row.repeats_of),
		isDemo: Boolean(row.is_demo),
		found: excerpt(textOf(row.found), word)
	};
}

/** The words around the first place of a word, with or without accents. */
function excerpt(text: string | null, word: string | undefined): string | null {
	if (text === null || word === undefined) return null;
	const at = Math.max(0, plainText(text).indexOf(plainText(word)) - MOST_FOUND_LETTERS / 4);
	const cut = text.slice(at, at + MOST_FOUND_LETTERS).toWellFormed();
	return `${at > 0 ? '…' : ''}${cut}${at + MOST_FOUND_LETTERS < text.length ? '…' : ''}`;
}
