import { and, desc, eq, gt, gte, inArray, or } from 'drizzle-orm';
import type { LeaveKind, LeaveObstacle, LeaveState } from '#lib/contracts/requests.ts';
import { plusDays } from '#lib/format/local-dates.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { readLeaveBook, type LeaveBook, type LeaveRow } from './leave-book.ts';
import { standingShifts } from './standing-shifts.ts';

/** What is over stays in the list so long. */
const SEEN_DAYS = 60;

export interface LeaveView {
	id: string;
	agentId: string;
	name: string;
	teamId: string | null;
	kind: LeaveKind;
	isWholeDays: boolean;
	fromDate: string;
	toDate: string;
	fromAt: number;
	toAt: number;
	/** Taken from the allowance, in the kind's unit. */
	amount: number;
	note: string;
	state: LeaveState;
	createdAt: number;
	/** Actor; null: nobody had to. */
	decidedBy: string | null;
	decidedAt: number | null;
	reason: string | null;
	/** Of what is asked or waits: why it cannot be granted as things stand. */
	obstacles: LeaveObstacle[];
	/** On the wait-list, from 1. */
	place: number | null;
	/** Of approved leave: spans of published shifts that still stand. */
	conflicts: { startAt: number; endAt: number }[];
	/** It has not begun. */
	isAhead: boolean;
}

/** As it is shown. `conflicts` are the caller's to know. */
export function leaveView(
	row: LeaveRow,
	book: LeaveBook,
	nowMs: number,
	conflicts: LeaveView['conflicts'] = []
): LeaveView {
	const { order: _, kindId, ...rest } = row;
	const stands = row.state === 'asked' || row.state === 'waiting';
	const isAhead = row.fromAt > nowMs;
	const byDate = book.amounts(row.agentId, row).get(row.id) ?? new Map<string, number>();
	const agent = book.agentOf(row.agentId);
	return {
		...rest,
		name: agent?.name ?? row.agentId,
		teamId: agent?.teamId ?? null,
		kind: book.kindOf(kindId),
		amount: [...byDate.values()].reduce((sum, one) => sum + one, 0),
		obstacles: stands && isAhead ? book.obstacles(row) : [],
		place: isAhead ? book.placeInLine(row) : null,
		conflicts,
		isAhead
	};
}

/** Leave of everybody that the actor leads: what is open and to come, and what was of late, newest first. */
export async function listLeave(ctx: Context, actor: Actor): Promise<LeaveView[]> {
	requireRight(actor, 'requests.view');
	const book = await readLeaveBook(ctx);
	const rows = await ctx.db.orm
		.select()
		.from(leaveRequests)
		.where(
			or(
				gte(leaveRequests.toDate, plusDays(book.today, -SEEN_DAYS)),
				inArray(leaveRequests.state, ['asked', 'waiting'])
			)
		)
		.orderBy(desc(leaveRequests.order));
	const own = rows.filter(({ agentId }) => leadsAgent(actor, agentId));
	const now = ctx.now();
	const standing = await standingShifts(
		ctx,
		own.filter(({ state }) => state === 'approved'),
		now
	);
	return own.map((row) => leaveView(row, book, now, standing.get(row.id)));
}

/** How many requests of people whom the actor leads wait for a planner. */
export async function countLeaveToDecide(ctx: Context, actor: Actor): Promise<number> {
	requireRight(actor, 'requests.view');
	const rows = await ctx.db.orm
		.select({ agentId: leaveRequests.agentId })
		.from(leaveRequests)
		.where(and(eq(leaveRequests.state, 'asked'), gt(leaveRequests.fromAt, ctx.now())));
	return rows.filter(({ agentId }) => leadsAgent(actor, agentId)).length;
}

/** One of them, and the book that it stands in; null when there is none such that the actor may see. */
export async function findLeave(
	ctx: Context,
	actor: Actor,
	id: string
): Promise<{ leave: LeaveView; book: LeaveBook } | null> {
	requireRight(actor, 'requests.view');
	const [row] = await ctx.db.orm.select().from(leaveRequests).where(eq(leaveRequests.id, id));
	if (!row || !leadsAgent(actor, row.agentId)) return null;
	const now = ctx.now();
	const standing = await standingShifts(ctx, row.state === 'approved' ? [row] : [], now);
	const book = await readLeaveBook(ctx);
	return { leave: leaveView(row, book, now, standing.get(id)), book };
}
