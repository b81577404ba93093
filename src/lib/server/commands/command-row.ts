import type { CommandKind, CommandRow } from '#lib/contracts/commands.ts';
import type { commands } from '../db/schema/index.ts';

/** The stored row as readers get it. */
export const commandRow = (row: typeof commands.$inferSelect): CommandRow => ({
	...row,
	kind: row.kind as CommandKind,
	payload: row.payload as unknown as CommandRow['payload']
});
