import { eq, sql, type SQL } from 'drizzle-orm';
import type { CommandKind, CommandRow } from '#lib/contracts/commands.ts';
import type { Context } from '../context.ts';
import { apiKeys, commands, users } from '../db/schema/index.ts';

/** Stored commands as readers get them, with the name of who asked; ordering and limits are the caller's. */
export const selectCommands = ({ db }: Context) =>
	db.orm
		.select({ row: commands, user: users.name, key: apiKeys.name })
		.from(commands)
		.leftJoin(users, eq(sql`'user:' || ${users.id}`, commands.requestedBy))
		.leftJoin(apiKeys, eq(sql`'key:' || ${apiKeys.id}`, commands.requestedBy))
		.$dynamic();

export type SelectedCommand = Awaited<ReturnType<typeof selectCommands>>[number];

export const commandRow = ({ row, user, key }: SelectedCommand): CommandRow => ({
	...row,
	kind: row.kind as CommandKind,
	payload: row.payload as unknown as CommandRow['payload'],
	requestedByName: user ?? key
});

export async function readCommand(ctx: Context, where: SQL): Promise<CommandRow | null> {
	const [found] = await selectCommands(ctx).where(where).limit(1);
	return found ? commandRow(found) : null;
}
