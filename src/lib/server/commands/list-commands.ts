import { and, asc, desc, eq, gte, sql, type SQL } from 'drizzle-orm';
import type { CommandKind, CommandRow, CommandState } from '#lib/contracts/commands.ts';
import { can, contactScope, ForbiddenError, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { commands } from '../db/schema/index.ts';
import { commandRow, selectCommands } from './command-row.ts';

export interface CommandFilter {
	state?: CommandState;
	kind?: CommandKind;
	sinceMs?: number;
	subject?: string;
	/** Oldest first, for a telephony side that works them off. */
	oldestFirst?: boolean;
	limit?: number;
}

/** Commands, newest first: to those who watch the floor, and to the source that is to carry them out. */
export async function listCommands(
	ctx: Context,
	actor: Actor,
	{ state, kind, sinceMs, subject, oldestFirst = false, limit = 200 }: CommandFilter = {}
): Promise<CommandRow[]> {
	if (!can(actor, 'live.view') && !can(actor, 'events.ingest')) throw new ForbiddenError('live.view');
	const conditions: SQL[] = [];
	if (state !== undefined) conditions.push(eq(commands.state, state));
	if (kind !== undefined) conditions.push(eq(commands.kind, kind));
	if (sinceMs !== undefined) conditions.push(gte(commands.requestedAt, sinceMs));
	if (subject !== undefined) conditions.push(eq(commands.subject, subject));
	const seen = seenCommands(actor);
	if (seen) conditions.push(seen);
	const rows = await selectCommands(ctx)
		.where(and(...conditions))
		.orderBy(oldestFirst ? asc(commands.requestedAt) : desc(commands.requestedAt))
		.limit(limit);
	return rows.map(commandRow);
}

/** About what the actor sees; null for the whole centre. What is about nothing in particular is the whole centre's. */
function seenCommands(actor: Actor): SQL | null {
	const scope = scopeOf(actor);
	if (!scope) return null;
	const named = JSON.stringify([
		...[...scope.queues].map((id) => `queue:${id}`),
		...[...scope.agents].map((id) => `agent:${id}`)
	]);
	const contact = contactScope(actor);
	// The condition's arguments, put where its question marks are.
	const parts = contact.sql.split('?').map((part) => sql.raw(part));
	const ofContact = parts.flatMap((part, i) => (i === 0 ? [part] : [sql`${contact.args[i - 1]}`, part]));
	return sql`(${commands.subject} in (select value from json_each(${named}))
		or (${commands.subject} like 'contact:%' and exists (select 1 from contacts as c
			where c.id = substr(${commands.subject}, 9) and ${sql.join(ofContact)})))`;
}
