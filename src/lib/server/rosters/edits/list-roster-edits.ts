import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { RosterEdit } from '#lib/contracts/roster-edits.ts';
import { requireRight } from '../../access/index.ts';
import type { Actor, Context } from '../../context.ts';
import { rosterEdits, users } from '../../db/schema/index.ts';

const MOST = 1_000;

/** The steps of a roster's editing after a sequence, oldest first; of more than a thousand the newest. */
export async function listRosterEdits(
	ctx: Context,
	actor: Actor,
	rosterId: string,
	since = 0
): Promise<RosterEdit[]> {
	requireRight(actor, 'roster.view', { whole: true });
	return readEdits(ctx, rosterId, since);
}

/** For verbs that have asked for the right already. */
export const readEdits = async (ctx: Context, rosterId: string, since: number): Promise<RosterEdit[]> =>
	inOrder(await selectEdits(ctx, rosterId, since));

/** The newest steps after a sequence, newest first, with the name of who made them. */
export const selectEdits = ({ db }: Context, rosterId: string, since: number) =>
	db.orm
		.select({ edit: rosterEdits, byName: users.name })
		.from(rosterEdits)
		.leftJoin(users, eq(sql`'user:' || ${users.id}`, rosterEdits.createdBy))
		.where(and(eq(rosterEdits.rosterId, rosterId), gt(rosterEdits.sequence, since)))
		.orderBy(desc(rosterEdits.sequence))
		.limit(MOST);

export const inOrder = (rows: Awaited<ReturnType<typeof selectEdits>>): RosterEdit[] =>
	rows.map(({ edit, byName }) => ({ ...edit, byName })).reverse();
