import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventData } from '#lib/contracts/events.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { erasures } from '../db/schema/index.ts';
import { erasedData } from './erased-data.ts';
import { eraseTraces } from './erase-traces.ts';
import { customerHash, ERASED_WORDS, newPseudonym } from './pseudonym.ts';

const EraseInput = z.object({ customer: z.string().min(1).max(200) });

export interface Erased {
	/** What stands in place of the customer's id from now on. */
	pseudonym: string;
	contacts: number;
	events: number;
}

const ROWS_PER_STATEMENT = 1_000;

/**
 * Takes a customer out of everything stored: the id becomes a pseudonym, the words of its contacts and fields that
 * sources added are gone, in the log, in what is folded from it, and in what was suggested, asked for, noted or is
 * waiting to be sent about its contacts. Counts, times and moods stay, so that no total changes. A running server takes it out of its memory within seconds. Erasing again finds what came since.
 */
export async function eraseCustomer(
	ctx: Context,
	actor: Pick<Actor, 'id' | 'rights'>,
	input: z.input<typeof EraseInput>
): Promise<Erased> {
	requireRight(actor, 'privacy.manage');
	const { customer } = parseInput('Erasing a customer', EraseInput, input);
	const { client, orm } = ctx.db;
	const hash = customerHash(customer);
	const [known] = await orm.select().from(erasures).where(eq(erasures.customerHash, hash));
	const pseudonym = known?.pseudonym ?? newPseudonym();

	const { rows } = await client.execute({
		sql: `SELECT id FROM contacts WHERE customer = ?1
			UNION SELECT contact FROM event_log WHERE contact IS NOT NULL AND data ->> '$.customer' = ?1`,
		args: [customer]
	});
	const contactIds = JSON.stringify(rows.map(({ id }) => id));
	const { rows: events } = await client.execute({
		sql: `SELECT seq, data FROM event_log
			WHERE contact IN (SELECT value FROM json_each(?1)) OR (contact IS NULL AND data ->> '$.customer' = ?2)`,
		args: [contactIds, customer]
	});
	const changed = events.map(({ seq, data }) => [
		Number(seq),
		JSON.stringify(erasedData(JSON.parse(String(data)) as EventData, customer, pseudonym))
	]);
	if (changed.length === 0) return { pseudonym, contacts: 0, events: 0 };
	const statements = [];
	for (let i = 0; i < changed.length; i += ROWS_PER_STATEMENT)
		statements.push({
			sql: 'UPDATE event_log SET data = e.value ->> 1 FROM json_each(?) AS e WHERE event_log.seq = e.value ->> 0',
			args: [JSON.stringify(changed.slice(i, i + ROWS_PER_STATEMENT))]
		});
	// Also of what was erased before: more may have been said about it since.
	const { rows: own } = await client.execute({
		sql: 'SELECT id FROM contacts WHERE customer = ?1 UNION SELECT value FROM json_each(?2)',
		args: [pseudonym, contactIds]
	});
	const traces = await eraseTraces(ctx, JSON.stringify(own.map(({ id }) => id)), customer, pseudonym);
	const entry = recordAudit(ctx, actor, {
		action: 'customer.erase',
		subject: `customer:${pseudonym}`,
		after: { contacts: rows.length, events: changed.length, ...traces.account }
	}).toSQL();
	await client.batch(
		[
			...statements,
			...traces.statements,
			{
				sql: `UPDATE messages SET text = ? WHERE text <> '' AND contact_id IN (SELECT value FROM json_each(?))`,
				args: [ERASED_WORDS, contactIds]
			},
			{
				sql: 'UPDATE contact_care SET note = NULL, note_by = NULL WHERE contact_id IN (SELECT value FROM json_each(?))',
				args: [contactIds]
			},
			{
				sql: 'UPDATE contacts SET bot_reason = NULL WHERE id IN (SELECT value FROM json_each(?))',
				args: [contactIds]
			},
			{ sql: 'UPDATE contacts SET customer = ? WHERE customer = ?', args: [pseudonym, customer] },
			{
				sql: 'INSERT INTO erasures (customer_hash, pseudonym, erased_by, erased_at) VALUES (?, ?, ?, ?)',
				args: [hash, pseudonym, actor.id, ctx.now()]
			},
			{ sql: entry.sql, args: entry.params as string[] }
		],
		'write'
	);
	return { pseudonym, contacts: rows.length, events: changed.length };
}
