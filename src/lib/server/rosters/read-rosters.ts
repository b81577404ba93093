import { and, asc, desc, eq, gte } from 'drizzle-orm';
import {
	validateRoster,
	type RosterProblem,
	type RosterResult,
	type Validation
} from '#solver/rostering/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, rosters, shifts } from '../db/schema/index.ts';

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
	requireRight(actor, 'roster.view');
	return (await db.orm.select().from(rosters).orderBy(desc(rosters.createdAt))).map(head);
}

export interface RosterShift {
	id: string;
	agentId: string;
	agentName: string;
	templateId: string;
	startAt: number;
	endAt: number;
	breaks: { startAt: number; endAt: number; isPaid: boolean }[];
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
	requireRight(actor, 'roster.view');
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

export type OwnShift = Omit<RosterShift, 'agentId' | 'agentName'>;

/** The published shifts of the agent that this user is, from an instant on; null when the user is no agent. */
export async function listOwnShifts(
	{ db }: Context,
	actor: Actor,
	fromAt: number
): Promise<OwnShift[] | null> {
	requireRight(actor, 'schedule.own');
	if (!actor.agentId) return null;
	return db.orm
		.select({
			id: shifts.id,
			templateId: shifts.templateId,
			startAt: shifts.startAt,
			endAt: shifts.endAt,
			breaks: shifts.breaks
		})
		.from(shifts)
		.innerJoin(rosters, eq(rosters.id, shifts.rosterId))
		.where(and(eq(shifts.agentId, actor.agentId), eq(rosters.status, 'published'), gte(shifts.endAt, fromAt)))
		.orderBy(asc(shifts.startAt));
}
