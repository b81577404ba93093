import { and, asc, desc, eq, gte, type SQL } from 'drizzle-orm';
import type { CommandKind, CommandRow, CommandState } from '#lib/contracts/commands.ts';
import { can, ForbiddenError } from '../access/index.ts';
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
	const rows = await selectCommands(ctx)
		.where(and(...conditions))
		.orderBy(oldestFirst ? asc(commands.requestedAt) : desc(commands.requestedAt))
		.limit(limit);
	return rows.map(commandRow);
}
