import { asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { AskedRun } from '#lib/contracts/rostering.ts';
import { asClaimed } from '#solver/rostering/edit/index.ts';
import {
	validateRoster,
	type RosterProblem,
	type RosterResult,
	type Validation
} from '#solver/rostering/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, rosters, shifts, type ShiftPart } from '../db/schema/index.ts';
import { rosterClock } from './edits/roster-clock.ts';
import { scheduleAsChanged, type ScheduledShift } from './schedule-as-changed.ts';

export interface RosterHead {
	id: string;
	name: string;
	status: 'draft' | 'published';
	planId: string | null;
	fromAt: number;
	toAt: number;
	timeZone: string;
	createdAt: number;
	publishedAt: number | null;
	/** The roster that it was made from. */
	basedOn: string | null;
	/** When it, or what it was copied from, was last changed by hand: since then the result is not of these shifts. */
	editedAt: number | null;
	/** Published, and for everybody in it a later publication holds. */
	isReplaced: boolean;
	/** What a run that began from another roster was asked for; null: none such. */
	asked: AskedRun | null;
	/** What the solver said of it; the assignments are the shifts. */
	result: Omit<RosterResult, 'assignments'>;
}

/** All of a head but the problem, which is large. */
const { problem: _, ...headColumns } = getTableColumns(rosters);
const headFields = {
	row: headColumns,
	// Written out: a column of the only table asked would stand here by its bare name, which roster_edits has as well.
	editedAt: sql<number | null>`(select max(created_at) from roster_edits where roster_id = rosters.id)`
};

const head = (
	{ row, editedAt }: { row: Omit<typeof rosters.$inferSelect, 'problem'>; editedAt: number | null },
	replaced: ReadonlySet<string>
): RosterHead => {
	const { id, name, status, planId, fromAt, toAt, timeZone, createdAt, publishedAt, basedOn } = row;
	const {
		asked = null,
		editedAt: editedBefore = null,
		...result
	} = row.result as unknown as RosterHead['result'] & { asked?: AskedRun; editedAt?: number | null };
	return {
		id,
		name,
		status,
		planId,
		fromAt,
		toAt,
		timeZone,
		createdAt,
		publishedAt,
		basedOn,
		editedAt: editedAt ?? editedBefore,
		isReplaced: replaced.has(id),
		asked,
		result
	};
};

/** Rosters whose publication holds for nobody any more: a later one does, for everybody's whole part of it. */
async function replacedRosters({ db: { client } }: Context): Promise<Set<string>> {
	const { rows } = await client.execute(`SELECT p.roster_id FROM publications AS p
		WHERE p.kind = 'publish' AND p.withdrawn_at IS NULL AND NOT EXISTS (
			SELECT 1 FROM publication_agents AS a WHERE a.publication_id = p.id AND a.from_at < a.to_at AND NOT EXISTS (
				SELECT 1 FROM publication_agents AS la JOIN publications AS lp ON lp.id = la.publication_id
				WHERE la.agent_id = a.agent_id AND la.from_at <= a.from_at AND la.to_at >= a.to_at
				AND lp.kind = 'publish' AND lp.withdrawn_at IS NULL AND lp.version > p.version))`);
	return new Set(rows.map((row) => String(row.roster_id)));
}

/** All rosters, newest first. */
export async function listRosters(ctx: Context, actor: Actor): Promise<RosterHead[]> {
	requireRight(actor, 'roster.view', { whole: true });
	const replaced = await replacedRosters(ctx);
	const found = await ctx.db.orm.select(headFields).from(rosters).orderBy(desc(rosters.createdAt));
	return found.map((one) => head(one, replaced));
}

/** One of them, without its shifts. */
export async function findRosterHead(ctx: Context, actor: Actor, id: string): Promise<RosterHead | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const [found] = await ctx.db.orm.select(headFields).from(rosters).where(eq(rosters.id, id));
	return found ? head(found, await replacedRosters(ctx)) : null;
}

export interface RosterShift {
	id: string;
	agentId: string;
	agentName: string;
	templateId: string;
	startAt: number;
	endAt: number;
	breaks: ShiftPart[];
}

export interface RosterView extends RosterHead {
	problem: RosterProblem;
	shifts: RosterShift[];
	/** What the validator was given of it. */
	claimed: { problem: RosterProblem; assignments: { agent: string; day: number; shift: string }[] };
	/** The independent check of the stored shifts, made now. */
	validation: Validation;
}

/** A roster with its shifts, checked again by the independent validator. */
export async function findRoster(ctx: Context, actor: Actor, id: string): Promise<RosterView | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const { db } = ctx;
	const [found] = await db.orm
		.select({ ...headFields, problem: rosters.problem })
		.from(rosters)
		.where(eq(rosters.id, id));
	if (!found) return null;
	const problem = found.problem as RosterProblem;
	const stored: RosterShift[] = await db.orm
		.select({
			id: shifts.id,
			agentId: shifts.agentId,
			agentName: agents.name,
			templateId: shifts.templateId,
			startAt: shifts.startAt,
			endAt: shifts.endAt,
			breaks: shifts.breaks
		})
		.from(shifts)
		.innerJoin(agents, eq(agents.id, shifts.agentId))
		.where(eq(shifts.rosterId, id))
		.orderBy(asc(agents.name), asc(shifts.startAt));
	const clock = rosterClock(problem, found.row.timeZone);
	const claimed = asClaimed(
		problem,
		stored.map((shift) => clock.placed(shift))
	);
	return {
		...head(found, await replacedRosters(ctx)),
		problem,
		shifts: stored,
		claimed: { problem: claimed.problem, assignments: [...claimed.roster.assignments] },
		validation: validateRoster(claimed.problem, claimed.roster)
	};
}

export type OwnShift = ScheduledShift & { id: string };

/**
 * The published shifts of the agent that this user is, from an instant on, with what has changed on the day; null when
 * the user is no agent.
 */
export async function listOwnShifts(ctx: Context, actor: Actor, fromAt: number): Promise<OwnShift[] | null> {
	requireRight(actor, 'schedule.own');
	if (!actor.agentId) return null;
	const schedule = await scheduleAsChanged(ctx, fromAt, Number.MAX_SAFE_INTEGER, actor.agentId);
	return (schedule.get(actor.agentId) ?? []).map((shift) => ({ id: String(shift.startAt), ...shift }));
}
