import type { InStatement } from '@libsql/client';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventData } from '#lib/contracts/events.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit, redactAudit, type FieldChange } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, erasures, users } from '../db/schema/index.ts';
import { agentHash, withoutAgent, type AgentNames } from './agent-names.ts';
import { JSON_COLUMNS, LOOSE_COLUMNS, tiedColumns, WORDS } from './agent-tables.ts';
import { changedFields, type AuditTexts } from './changed-fields.ts';
import { ERASED_WORDS, newPseudonym } from './pseudonym.ts';

const EraseInput = z.object({ agent: z.string().min(1).max(200) });

export type AgentErased = { pseudonym: string; events: number } | { pseudonym: null; events: 0 };

const EVENTS_PER_STEP = 2_000;

/**
 * Takes an agent out of everything stored: id and name become a pseudonym in the log and in what is made of it; what was
 * written about them, what is planned for them, their skills, account and sessions are gone. Counts, times and scores
 * stay under the pseudonym, so that no total changes. The log is gone through in steps, so that a running server goes on;
 * cut off in between, erasing again takes up where it was.
 */
export async function eraseAgent(
	ctx: Context,
	actor: Pick<Actor, 'id' | 'rights'>,
	input: z.input<typeof EraseInput>
): Promise<AgentErased> {
	requireRight(actor, 'privacy.manage');
	const { agent: id } = parseInput('Erasing an agent', EraseInput, input);
	const { client, orm } = ctx.db;
	const [found] = await orm.select().from(agents).where(eq(agents.id, id));
	if (!found) return { pseudonym: null, events: 0 };
	const accounts = await orm.select().from(users).where(eq(users.agentId, id));
	const emails = [found.email, ...accounts.map(({ email }) => email)].filter((email) => email !== null);
	const names: AgentNames = { id, name: found.name, emails };
	const hash = agentHash(id);
	const [known] = await orm.select().from(erasures).where(eq(erasures.customerHash, hash));
	const pseudonym = known?.pseudonym ?? newPseudonym();
	const stand = { ...found, id: pseudonym, name: pseudonym, email: null, contractId: null };
	await orm.insert(agents).values(stand).onConflictDoNothing();
	const events = await renameInLog(ctx, names, pseudonym);

	const words = WORDS.map((sql) => ({
		sql,
		args: [id, ERASED_WORDS, ctx.now()].slice(0, Number(/\?3/.test(sql) ? 3 : /\?2/.test(sql) ? 2 : 1))
	}));
	const tied = [
		...(await tiedColumns(ctx)),
		...LOOSE_COLUMNS.map(([table, column]) => ({ table, column }))
	].map(({ table, column }) => ({
		// Erased before: what came since is added to what is there.
		sql: `UPDATE OR REPLACE ${table} SET ${column} = ?2 WHERE ${column} = ?1`,
		args: [id, pseudonym]
	}));
	const audit = await redactAudit(ctx, await auditChanges(ctx, names, accounts, pseudonym));
	const entry = recordAudit(ctx, actor, {
		action: 'agent.erase',
		subject: `agent:${pseudonym}`,
		after: { events, accounts: accounts.length, ...audit.account }
	}).toSQL();
	await client.batch(
		[
			// Tables are tied to the one and then to the other: what counts is that all hold in the end.
			'PRAGMA defer_foreign_keys = ON',
			{
				sql: `DELETE FROM deliveries WHERE kind = 'email' AND target IN (SELECT value FROM json_each(?))`,
				args: [JSON.stringify(emails)]
			},
			{
				sql: `UPDATE alert_rules SET emails = (SELECT json_group_array(value) FROM json_each(emails) WHERE value NOT IN (SELECT value FROM json_each(?1)))
					WHERE EXISTS (SELECT 1 FROM json_each(emails) WHERE value IN (SELECT value FROM json_each(?1)))`,
				args: [JSON.stringify(emails)]
			},
			...words,
			...(await jsonChanges(ctx, names, pseudonym)),
			...tied,
			{
				sql: `UPDATE commands SET subject = 'agent:' || ?2 WHERE subject = 'agent:' || ?1`,
				args: [id, pseudonym]
			},
			{ sql: 'DELETE FROM agents WHERE id = ?', args: [id] },
			{
				sql: 'INSERT INTO erasures (customer_hash, pseudonym, erased_by, erased_at) VALUES (?, ?, ?, ?)',
				args: [hash, pseudonym, actor.id, ctx.now()]
			},
			...audit.statements,
			{ sql: entry.sql, args: entry.params as string[] }
		],
		'write'
	);
	return { pseudonym, events };
}

/** Replaces the agent in every event, a step at a time. */
async function renameInLog(
	{ db: { client } }: Context,
	names: AgentNames,
	pseudonym: string
): Promise<number> {
	let renamed = 0;
	for (let after = 0; ;) {
		const { rows } = await client.execute({
			sql: `SELECT seq, agent, data FROM event_log WHERE seq > ?1 AND (agent = ?2 OR (agent IS NULL AND instr(data, ?3) > 0))
				ORDER BY seq LIMIT ${EVENTS_PER_STEP}`,
			args: [after, names.id, JSON.stringify(names.id)]
		});
		if (rows.length === 0) return renamed;
		after = Number(rows.at(-1)!.seq);
		const changed = rows.map(({ seq, agent, data }) => [
			Number(seq),
			agent === null ? null : pseudonym,
			JSON.stringify(renameIn(JSON.parse(String(data)) as EventData, names.id, pseudonym))
		]);
		await client.batch(
			[
				{
					sql: `UPDATE event_log SET agent = e.value ->> 1, data = e.value ->> 2 FROM json_each(?) AS e
						WHERE event_log.seq = e.value ->> 0`,
					args: [JSON.stringify(changed)]
				}
			],
			'write'
		);
		renamed += rows.length;
		await new Promise(setImmediate);
	}
}

/** What was said stays word for word, as in the messages that are made of it: only fields that are the id are changed. */
const renameIn = (data: EventData, id: string, pseudonym: string): object =>
	Object.fromEntries(Object.entries(data).map(([field, value]) => [field, value === id ? pseudonym : value]));

/** As they stand in a text, and within a JSON text. */
const wantedIn = ({ id, name, emails }: AgentNames): string =>
	JSON.stringify([id, name, ...emails].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]));

/** JSON texts that name the agent, without. */
async function jsonChanges(
	{ db: { client } }: Context,
	names: AgentNames,
	pseudonym: string
): Promise<InStatement[]> {
	const statements: InStatement[] = [];
	for (const [table, column] of JSON_COLUMNS) {
		const { rows } = await client.execute({
			sql: `SELECT id, ${column} FROM ${table} WHERE EXISTS (SELECT 1 FROM json_each(?) AS w WHERE instr(${column}, w.value) > 0)`,
			args: [wantedIn(names)]
		});
		const changed = rows.map((row) => [
			row[0],
			JSON.stringify(withoutAgent(JSON.parse(String(row[1])), names, pseudonym))
		]);
		if (changed.length > 0)
			statements.push({
				sql: `UPDATE ${table} SET ${column} = e.value ->> 1 FROM json_each(?) AS e WHERE ${table}.id = e.value ->> 0`,
				args: [JSON.stringify(changed)]
			});
	}
	return statements;
}

/** Entries of the audit that name the agent, their account or its e-mail addresses; the account's own id names nobody once it is gone. */
async function auditChanges(
	{ db: { client } }: Context,
	names: AgentNames,
	accounts: readonly { id: string }[],
	pseudonym: string
) {
	const subjects = [`agent:${names.id}`, ...accounts.map(({ id }) => `user:${id}`)];
	const { rows } = await client.execute({
		sql: `SELECT id, subject, "before", "after", reason FROM audit_log WHERE subject IN (SELECT value FROM json_each(?2))
			OR EXISTS (SELECT 1 FROM json_each(?1) AS w
				WHERE instr(coalesce("before", '') || coalesce("after", '') || coalesce(reason, ''), w.value) > 0)`,
		args: [wantedIn(names), JSON.stringify(subjects)]
	});
	return (rows as unknown as (AuditTexts & { subject: string })[]).flatMap((entry): FieldChange[] => {
		const { id, subject, reason } = entry;
		const isOwn = subjects.includes(subject);
		const changes = changedFields([{ ...entry, reason: isOwn ? reason : null }], (value) =>
			withoutReasons(withoutAgent(value, names, pseudonym))
		);
		// Why something else was done goes on being told, without the name.
		const unnamed = isOwn ? reason : (withoutAgent(reason, names, pseudonym) as string | null);
		if (unnamed !== reason) changes.push({ entryId: id, field: 'reason', value: unnamed });
		if (subject === `agent:${names.id}`)
			changes.push({ entryId: id, field: 'subject', value: `agent:${pseudonym}` });
		return changes;
	});
}

/** What was written about the agent goes with the name. */
function withoutReasons(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			['reason', 'text', 'note'].includes(key) && typeof one === 'string' && one !== '' ? ERASED_WORDS : one
		])
	);
}
