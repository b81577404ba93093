import { and, eq, inArray, max, or, sql } from 'drizzle-orm';
import type { EditOutcome, EditStep, RosterEdit } from '#lib/contracts/roster-edits.ts';
import {
	brokenAnew,
	editRoster,
	nameShifts,
	samePlaced,
	type ShiftSwap
} from '#solver/rostering/edit/index.ts';
import type { RosterProblem } from '#solver/rostering/index.ts';
import { isConstraintFailure } from '../../access/index.ts';
import { recordAuditIfChanged } from '../../audit/index.ts';
import type { Actor, Context } from '../../context.ts';
import { rosterEdits, rosters, shifts } from '../../db/schema/index.ts';
import { inTurn } from '../../in-turn.ts';
import { readEdits } from './list-roster-edits.ts';
import { tellRosterEdit } from './listen-roster-edits.ts';
import { rosterClock, sameStored } from './roster-clock.ts';

/** Template of a shift that none of the problem's is like. */
const BY_HAND = 'by-hand';

export interface EditDraft {
	id: string;
	rosterId: string;
	baseSequence: number;
	what: EditStep;
	swap: ShiftSwap;
	reason: string | null;
	/** Of an undo or redo: the step that it is about. */
	about?: number;
	/** False: rules that it breaks need no reason, as it only brings back what was there. */
	asksForReason?: boolean;
}

/**
 * Stores a step of editing: the shifts and the log's row in one transaction, on condition that nobody was faster and
 * that it is still a draft. Null when there is no such roster.
 *
 * @param check refuses what can't stand in the roster's problem
 */
export function storeEdit(
	ctx: Context,
	actor: Actor,
	draft: EditDraft,
	check?: (problem: RosterProblem) => void
): Promise<EditOutcome | null> {
	// In turn with publishing: what is published is what was looked at.
	return inTurn(ctx.db, () => store(ctx, actor, draft, check));
}

async function store(
	ctx: Context,
	actor: Actor,
	draft: EditDraft,
	check?: (problem: RosterProblem) => void
): Promise<EditOutcome | null> {
	const { orm } = ctx.db;
	const { id, rosterId, baseSequence, what, swap, about = null } = draft;
	const { before, after } = swap;
	const people = [...new Set([...before, ...after].map(({ agent }) => agent))];
	const ids = [...new Set([...before, ...after].map((shift) => shift.id))];
	const [[roster], [again], [last], rows] = await orm.batch([
		orm
			.select({ status: rosters.status, timeZone: rosters.timeZone, problem: rosters.problem })
			.from(rosters)
			.where(eq(rosters.id, rosterId)),
		orm.select().from(rosterEdits).where(eq(rosterEdits.id, id)),
		orm
			.select({ sequence: max(rosterEdits.sequence) })
			.from(rosterEdits)
			.where(eq(rosterEdits.rosterId, rosterId)),
		orm
			.select()
			.from(shifts)
			.where(and(eq(shifts.rosterId, rosterId), or(inArray(shifts.agentId, people), inArray(shifts.id, ids))))
	]);
	if (!roster) return null;
	if (again) return storedAs(ctx, rosterId, again.sequence);
	if (roster.status !== 'draft') return { status: 'published' };
	if ((last?.sequence ?? 0) !== baseSequence)
		return { status: 'behind', since: await readEdits(ctx, rosterId, baseSequence) };

	const problem = roster.problem as RosterProblem;
	check?.(problem);
	const clock = rosterClock(problem, roster.timeZone);
	const stands = new Map(rows.map((row) => [row.id, row]));
	const isAsSeen = before.every((shift) => {
		const row = stands.get(shift.id);
		if (row === undefined) return false;
		// What was kept to the minute is seen on the coarser grid.
		return sameStored(row, clock.stored(shift)) || samePlaced(clock.placed(row), shift);
	});
	const goes = new Set(before.map((shift) => shift.id));
	if (!isAsSeen || after.some((shift) => stands.has(shift.id) && !goes.has(shift.id)))
		return { status: 'overtaken' };

	// A rule on all together is judged of all together; any other of those whom the edit touches.
	const isOfAll = (problem.minimumStaff ?? []).length > 0;
	const judgedRows = isOfAll ? await orm.select().from(shifts).where(eq(shifts.rosterId, rosterId)) : rows;
	const named = isOfAll ? problem.agents : problem.agents.filter((agent) => people.includes(agent.id));
	const namedIds = new Set(named.map((agent) => agent.id));
	const isNamed = (id: string) => namedIds.has(id);
	const judged = editRoster({ ...problem, agents: named, demand: [] });
	// As the edit names them: the same instants, whatever the clocks showed.
	const seen = new Map(before.map((shift) => [shift.id, shift]));
	const standing = judgedRows.filter((row) => isNamed(row.agentId));
	judged.apply({ before: [], after: standing.map((row) => seen.get(row.id) ?? clock.placed(row)) });
	const brokenBefore = judged.violations();
	judged.apply({
		before: before.filter(({ agent }) => isNamed(agent)),
		after: after.filter(({ agent }) => isNamed(agent))
	});
	const brokenRules = brokenAnew(brokenBefore, judged.violations());
	const { asksForReason = true } = draft;
	if (brokenRules.length > 0 && draft.reason === null && asksForReason)
		return { status: 'needs-reason', brokenRules };
	const reason = brokenRules.length > 0 ? draft.reason : null;

	const sequence = baseSequence + 1;
	const names = nameShifts(problem);
	const put = after.map((shift) => ({
		...clock.stored(shift),
		templateId: names.known(shift)?.id ?? BY_HAND
	}));
	const isStored = sql`exists (select 1 from roster_edits where id = ${id})`;
	try {
		const [inserted] = await orm.batch([
			orm.run(sql`insert into roster_edits
				(roster_id, sequence, id, what, before, after, reason, broken_rules, created_by, created_at, about)
				select ${rosterId}, ${sequence}, ${id}, ${what}, ${JSON.stringify(before)}, ${JSON.stringify(after)}, ${reason},
					${JSON.stringify(brokenRules)}, ${actor.id}, ${ctx.now()}, ${about}
				where exists (select 1 from rosters where id = ${rosterId} and status = 'draft')`),
			recordAuditIfChanged(ctx, actor, {
				action: what === 'undo' || what === 'redo' ? `roster.edit.${what}` : 'roster.edit',
				subject: `roster:${rosterId}`,
				before,
				after,
				reason
			}),
			orm.delete(shifts).where(and(eq(shifts.rosterId, rosterId), inArray(shifts.id, [...goes]), isStored)),
			orm.run(sql`insert into shifts (id, roster_id, agent_id, template_id, start_at, end_at, breaks)
				select value ->> 'id', ${rosterId}, value ->> 'agentId', value ->> 'templateId', value ->> 'startAt',
					value ->> 'endAt', value -> 'breaks'
				from json_each(${JSON.stringify(put)}) where ${isStored}`),
			orm
				.update(rosterEdits)
				.set({ undoneBy: what === 'undo' ? sequence : null })
				.where(and(eq(rosterEdits.rosterId, rosterId), eq(rosterEdits.sequence, about ?? -1), isStored))
		]);
		if (inserted.rowsAffected === 0) return { status: 'published' };
	} catch (error) {
		// Somebody's edit took the sequence while this one was worked out.
		if (!isConstraintFailure(error, 'UNIQUE constraint failed: roster_edits.')) throw error;
		const since = await readEdits(ctx, rosterId, baseSequence);
		return since.some((edit) => edit.id === id)
			? storedAs(ctx, rosterId, since.find((edit) => edit.id === id)!.sequence)
			: { status: 'behind', since };
	}
	const outcome = await storedAs(ctx, rosterId, sequence);
	tellRosterEdit(outcome.edit);
	return outcome;
}

async function storedAs(
	ctx: Context,
	rosterId: string,
	sequence: number
): Promise<{ status: 'stored'; edit: RosterEdit }> {
	const [edit] = await readEdits(ctx, rosterId, sequence - 1);
	return { status: 'stored', edit: edit! };
}
