import { asc, eq } from 'drizzle-orm';
import type { RosterWorkspace } from '#lib/contracts/roster-edits.ts';
import type { RosterProblem } from '#solver/rostering/index.ts';
import { requireRight } from '../../access/index.ts';
import type { Actor, Context } from '../../context.ts';
import { rosters, shifts } from '../../db/schema/index.ts';
import { inOrder, selectEdits } from './list-roster-edits.ts';
import { rosterClock } from './roster-clock.ts';

/** A roster's problem, its shifts in local minutes and its newest edits; null when there is none such. */
export async function readWorkspace(
	ctx: Context,
	actor: Actor,
	rosterId: string
): Promise<RosterWorkspace | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const { orm } = ctx.db;
	// One batch, so that all is of one moment.
	const [[row], rows, edits] = await orm.batch([
		orm
			.select({ timeZone: rosters.timeZone, problem: rosters.problem })
			.from(rosters)
			.where(eq(rosters.id, rosterId)),
		orm.select().from(shifts).where(eq(shifts.rosterId, rosterId)).orderBy(asc(shifts.startAt)),
		selectEdits(ctx, rosterId, 0)
	]);
	if (!row) return null;
	const problem = row.problem as RosterProblem;
	const clock = rosterClock(problem, row.timeZone);
	const log = inOrder(edits);
	return {
		problem,
		shifts: rows.map((shift) => clock.placed(shift)),
		sequence: log.at(-1)?.sequence ?? 0,
		edits: log
	};
}
