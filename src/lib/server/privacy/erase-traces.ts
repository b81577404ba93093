import type { InStatement } from '@libsql/client';
import { redactAudit, type AuditErasure } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { changedFields, type AuditTexts } from './changed-fields.ts';
import { ERASED_WORDS } from './pseudonym.ts';

/** Fields in which a person's free words stand beside a contact: a note, a reason, an answer of the telephony side. */
const WORDS = new Set(['text', 'reason', 'note', 'answer']);

/** A stored object without the free words in it, and with the customer's id replaced. */
export function withoutWords(value: unknown, customer: string, pseudonym: string): unknown {
	if (value === customer) return pseudonym;
	if (Array.isArray(value)) return value.map((one) => withoutWords(one, customer, pseudonym));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([field, one]) => [
			field,
			WORDS.has(field) && typeof one === 'string' && one !== ''
				? ERASED_WORDS
				: withoutWords(one, customer, pseudonym)
		])
	);
}

/** Where words about contacts are kept beside the log: a statement that finds them by ?1, and one that puts back what is left. */
const PLACES = [
	{
		// Sent and failed ones too: they stay as a record of what went out.
		find: `SELECT id, payload FROM deliveries WHERE payload ->> '$.data.contact' IN (SELECT value FROM json_each(?1)) OR payload ->> '$.data.customer' = ?2`,
		store:
			'UPDATE deliveries SET payload = e.value ->> 1 FROM json_each(?) AS e WHERE deliveries.id = e.value ->> 0'
	},
	{
		find: `SELECT id, payload FROM commands WHERE payload ->> '$.contact' IN (SELECT value FROM json_each(?1))`,
		store: `UPDATE commands SET payload = e.value ->> 1, reason = NULL, answer = NULL FROM json_each(?) AS e WHERE commands.id = e.value ->> 0`
	},
	{
		// What evaluators noted beside an answer.
		find: `SELECT id, answers FROM quality_evaluations WHERE contact_id IN (SELECT value FROM json_each(?1))`,
		store:
			'UPDATE quality_evaluations SET answers = e.value ->> 1 FROM json_each(?) AS e WHERE quality_evaluations.id = e.value ->> 0'
	},
	{
		// What was asked of the telephony side about a contact, and its answers, which name the command alone.
		find: `SELECT seq, data FROM event_log WHERE contact IS NULL AND type LIKE 'marea.command.%'
			AND (data ->> '$.contact' IN (SELECT value FROM json_each(?1)) OR data ->> '$.command' IN
				(SELECT id FROM commands WHERE payload ->> '$.contact' IN (SELECT value FROM json_each(?1))))`,
		store:
			'UPDATE event_log SET data = e.value ->> 1 FROM json_each(?) AS e WHERE event_log.seq = e.value ->> 0'
	}
];

/** What people wrote about a contact in words of their own, in columns: the whole column goes. */
const COLUMNS = [
	`UPDATE suggestions SET reasons = '[]' WHERE reasons <> '[]' AND contact_id IN (SELECT value FROM json_each(?1))`,
	`UPDATE quality_evaluations SET comment = ?2 WHERE comment <> '' AND contact_id IN (SELECT value FROM json_each(?1))`,
	`UPDATE quality_disputes SET reason = ?2, answer = CASE answer WHEN '' THEN '' ELSE ?2 END WHERE evaluation_id IN
		(SELECT id FROM quality_evaluations WHERE contact_id IN (SELECT value FROM json_each(?1)))`,
	`UPDATE coaching_kudos SET text = ?2 WHERE contact_id IN (SELECT value FROM json_each(?1))`
];

/**
 * Statements that take the words out of what is kept about a customer's contacts beside the log's own events of them:
 * messages waiting to be sent to webhooks, actions asked for, what evaluators and coaches wrote, the audit, and the
 * reasons of suggestions.
 *
 * @returns for the batch of the erasure, and for the `after` of its audit entry
 */
export async function eraseTraces(
	ctx: Context,
	contactIds: string,
	customer: string,
	pseudonym: string
): Promise<AuditErasure> {
	const { client } = ctx.db;
	const statements: InStatement[] = COLUMNS.map((sql) => ({
		sql,
		args: sql.includes('?2') ? [contactIds, ERASED_WORDS] : [contactIds]
	}));
	for (const { find, store } of PLACES) {
		const { rows } = await client.execute({
			sql: find,
			args: find.includes('?2') ? [contactIds, customer] : [contactIds]
		});
		if (rows.length === 0) continue;
		const left = rows.map((row) => [
			row[0],
			JSON.stringify(withoutWords(JSON.parse(String(row[1])), customer, pseudonym))
		]);
		statements.push({ sql: store, args: [JSON.stringify(left)] });
	}
	const { rows } = await client.execute({
		sql: `SELECT id, "before", "after", reason FROM audit_log WHERE subject IN (SELECT 'contact:' || value FROM json_each(?1))
			OR coalesce("after", "before") ->> '$.contactId' IN (SELECT value FROM json_each(?1))
			OR coalesce("after", "before") ->> '$.payload.contact' IN (SELECT value FROM json_each(?1))`,
		args: [contactIds]
	});
	const audit = await redactAudit(
		ctx,
		changedFields(rows as unknown as AuditTexts[], (value) => withoutWords(value, customer, pseudonym))
	);
	return { statements: [...statements, ...audit.statements], account: audit.account };
}
