import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { customerHash } from './pseudonym.ts';

const ExportInput = z.object({ customer: z.string().min(1).max(200) });

/** Rows of each table that tell of the customer; JSON columns are parsed. */
export interface CustomerExport {
	customer: string;
	exportedAt: string;
	contacts: object[];
	visits: object[];
	messages: object[];
	events: object[];
	/** What was told from the words alone. */
	intents: object[];
	care: object[];
	suggestions: object[];
	commands: object[];
	/** What was sent outside about the contacts, or waits to be: with its state. */
	deliveries: object[];
	/** What evaluators and coaches wrote about the contacts. */
	evaluations: object[];
	disputes: object[];
	praise: object[];
	audit: object[];
}

const IDS = '(SELECT value FROM json_each(?1))';
const TABLES: [keyof CustomerExport, string][] = [
	['contacts', `SELECT * FROM contacts WHERE id IN ${IDS} ORDER BY started_at, id`],
	['visits', `SELECT * FROM visits WHERE contact_id IN ${IDS} ORDER BY contact_id, ordinal`],
	['messages', `SELECT * FROM messages WHERE contact_id IN ${IDS} ORDER BY contact_id, ordinal`],
	[
		'events',
		`SELECT source, id, type, at, data FROM event_log WHERE contact IN ${IDS} OR (contact IS NULL AND
			(data ->> '$.customer' = ?2 OR data ->> '$.contact' IN ${IDS} OR (type LIKE 'marea.command.%' AND data ->> '$.command' IN
			(SELECT id FROM commands WHERE payload ->> '$.contact' IN ${IDS})))) ORDER BY seq`
	],
	['intents', `SELECT * FROM contact_intents WHERE contact_id IN ${IDS} ORDER BY contact_id`],
	['care', `SELECT * FROM contact_care WHERE contact_id IN ${IDS} ORDER BY contact_id`],
	['suggestions', `SELECT * FROM suggestions WHERE contact_id IN ${IDS} ORDER BY made_at, id`],
	['commands', `SELECT * FROM commands WHERE payload ->> '$.contact' IN ${IDS} ORDER BY requested_at, id`],
	[
		'deliveries',
		`SELECT id, kind, state, payload, created_at, sent_at FROM deliveries WHERE payload ->> '$.data.contact' IN ${IDS}
			OR payload ->> '$.data.customer' = ?2 ORDER BY created_at, id`
	],
	[
		'evaluations',
		`SELECT contact_id, evaluator, state, answers, comment, score, changed_at FROM quality_evaluations WHERE contact_id IN ${IDS} ORDER BY created_at, id`
	],
	[
		'disputes',
		`SELECT item_id, reason, state, answer, disputed_at FROM quality_disputes WHERE evaluation_id IN
			(SELECT id FROM quality_evaluations WHERE contact_id IN ${IDS}) ORDER BY disputed_at, id`
	],
	[
		'praise',
		`SELECT contact_id, text, given_at FROM coaching_kudos WHERE contact_id IN ${IDS} ORDER BY given_at, id`
	],
	[
		'audit',
		`SELECT at, actor, action, subject, before, after, reason FROM audit_log
			WHERE subject IN (SELECT 'contact:' || value FROM json_each(?1)) ORDER BY id`
	]
];
const JSON_COLUMNS = new Set(['data', 'reasons', 'payload', 'before', 'after', 'cues', 'answers']);

/**
 * Everything kept about one customer, for the customer to have: what eraseCustomer() would take away. Null where the log tells of no
 * such customer. That it was given out is kept in the audit, which an erasure leaves: under a hash of the id.
 */
export async function exportCustomer(
	ctx: Context,
	actor: Pick<Actor, 'id' | 'rights'>,
	input: z.input<typeof ExportInput>
): Promise<CustomerExport | null> {
	requireRight(actor, 'privacy.manage');
	const { customer } = parseInput('Exporting a customer', ExportInput, input);
	const { client } = ctx.db;
	const { rows } = await client.execute({
		sql: `SELECT id FROM contacts WHERE customer = ?1
			UNION SELECT contact FROM event_log WHERE data ->> '$.customer' = ?1 AND contact IS NOT NULL`,
		args: [customer]
	});
	const ids = JSON.stringify(rows.map(({ id }) => id));
	const answers = await client.batch(
		TABLES.map(([, sql]) => ({ sql, args: sql.includes('?2') ? [ids, customer] : [ids] })),
		'read'
	);
	const found = Object.fromEntries(
		TABLES.map(([name], i) => [name, answers[i]!.rows.map((row) => rowOf(answers[i]!.columns, row))])
	) as unknown as Omit<CustomerExport, 'customer' | 'exportedAt'>;
	if (rows.length === 0 && found.events.length === 0) return null;
	await recordAudit(ctx, actor, {
		action: 'customer.export',
		subject: `customer:${customerHash(customer).slice(0, 16)}`,
		after: { contacts: rows.length, events: found.events.length }
	});
	return { customer, exportedAt: new Date(ctx.now()).toISOString(), ...found };
}

const rowOf = (columns: readonly string[], row: ArrayLike<unknown>): object =>
	Object.fromEntries(
		columns.map((column, i) => [
			column,
			JSON_COLUMNS.has(column) && typeof row[i] === 'string' ? (JSON.parse(row[i]) as unknown) : row[i]
		])
	);
