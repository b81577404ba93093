import { and, asc, desc, eq, gte, type SQL } from 'drizzle-orm';
import type { CommandRow, CommandState } from '#lib/contracts/commands.ts';
import { can, ForbiddenError } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { commands } from '../db/schema/index.ts';
import { commandRow } from './command-row.ts';

export interface CommandFilter {
	state?: CommandState;
	sinceMs?: number;
	subject?: string;
	/** Oldest first, for a telephony side that works them off. */
	oldestFirst?: boolean;
	limit?: number;
}

/** Commands, newest first: to those who watch the floor, and to the source that is to carry them out. */
export async function listCommands(
	{ db }: Context,
	actor: Actor,
	{ state, sinceMs, subject, oldestFirst = false, limit = 200 }: CommandFilter = {}
): Promise<CommandRow[]> {
	if (!can(actor, 'live.view') && !can(actor, 'events.ingest')) throw new ForbiddenError('live.view');
	const conditions: SQL[] = [];
	if (state !== undefined) conditions.push(eq(commands.state, state));
	if (sinceMs !== undefined) conditions.push(gte(commands.requestedAt, sinceMs));
	if (subject !== undefined) conditions.push(eq(commands.subject, subject));
	const rows = await db.orm
		.select()
		.from(commands)
		.where(and(...conditions))
		.orderBy(oldestFirst ? asc(commands.requestedAt) : desc(commands.requestedAt))
		.limit(limit);
	return rows.map(commandRow);
}
