import { and, desc, eq, gte, lte } from 'drizzle-orm';
import type { LeaveBalance, LeaveKind } from '#lib/contracts/requests.ts';
import { datesFrom } from '#lib/format/local-dates.ts';
import { ownAgentOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { readLeaveBook } from './leave-book.ts';
import { leaveView, type LeaveView } from './list-leave.ts';

export interface OwnLeave {
	year: number;
	/** The first and the last year that can be looked at. */
	years: [number, number];
	/** Local date. */
	today: string;
	kinds: LeaveKind[];
	isAutomatic: boolean;
	balances: LeaveBalance[];
	/** That touch the year, newest first. */
	requests: LeaveView[];
	/** Dates of the year from today on that have no place left for this person. */
	fullDays: string[];
}

const YEARS_AHEAD = 2;

/** The leave of the agent who asks, of a calendar year; the current one for null, and for years of which nothing is kept. */
export async function ownLeave(ctx: Context, actor: Actor, ofYear: number | null): Promise<OwnLeave> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const book = await readLeaveBook(ctx);
	const thisYear = Number(book.today.slice(0, 4));
	const years: OwnLeave['years'] = [thisYear - 1, thisYear + YEARS_AHEAD];
	const year = ofYear !== null && ofYear >= years[0] && ofYear <= years[1] ? ofYear : thisYear;
	const rows = await ctx.db.orm
		.select()
		.from(leaveRequests)
		.where(
			and(
				eq(leaveRequests.agentId, agentId),
				lte(leaveRequests.fromDate, `${year}-12-31`),
				gte(leaveRequests.toDate, `${year}-01-01`)
			)
		)
		.orderBy(desc(leaveRequests.order));
	const first = book.today > `${year}-01-01` ? book.today : `${year}-01-01`;
	return {
		year,
		years,
		today: book.today,
		kinds: book.terms.kinds,
		isAutomatic: book.terms.isAutomatic,
		balances: book.balances(agentId, year),
		requests: rows.map((row) => leaveView(row, book, ctx.now())),
		fullDays: datesFrom(first, `${year}-12-31`).filter((date) => {
			const found = book.placesOn(agentId, date);
			return found !== null && found.held >= found.places;
		})
	};
}
