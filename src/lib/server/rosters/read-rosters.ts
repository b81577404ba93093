import { asc, desc, eq } from 'drizzle-orm';
import {
	validateRoster,
	type RosterProblem,
	type RosterResult,
	type Validation
} from '#solver/rostering/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, rosters, shifts, type ShiftPart } from '../db/schema/index.ts';
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
	/** What the solver said of it; the assignments are the shifts. */
	result: Omit<RosterResult, 'assignments'>;
}

const head = (row: typeof rosters.$inferSelect): RosterHead => {
	const { id, name, status, planId, fromAt, toAt, timeZone, createdAt, publishedAt } = row;
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
		result: row.result as unknown as RosterHead['result']
	};
};

/** All rosters, newest first. */
export async function listRosters({ db }: Context, actor: Actor): Promise<RosterHead[]> {
	requireRight(actor, 'roster.view', { whole: true });
	return (await db.orm.select().from(rosters).orderBy(desc(rosters.createdAt))).map(head);
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
	/** The independent check of the stored shifts, made now. */
	validation: Validation;
}

const DAY_MS = 86_400_000;

/** A roster with its shifts, checked again by the independent validator. */
export async function findRoster({ db }: Context, actor: Actor, id: string): Promise<RosterView | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const [row] = await db.orm.select().from(rosters).where(eq(rosters.id, id));
	if (!row) return null;
	const problem = row.problem as RosterProblem;
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
	// Shifts begin on their local day; half a day of slack keeps a changed clock from moving one to a neighbour.
	const startOf = new Map(problem.shifts.map((shift) => [shift.id, shift.startMinute * 60_000]));
	const assignments = stored.map(({ agentId, templateId, startAt }) => ({
		agent: agentId,
		shift: templateId,
		day: Math.round((startAt - row.fromAt - (startOf.get(templateId) ?? 0)) / DAY_MS)
	}));
	return { ...head(row), problem, shifts: stored, validation: validateRoster(problem, { assignments }) };
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
