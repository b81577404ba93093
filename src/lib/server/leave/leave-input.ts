import { z } from 'zod';
import { instantsOf } from '#lib/format/index.ts';
import { daysBetween, midnightOf, plusDays } from '#lib/format/local-dates.ts';
import { InvalidInputError } from '../access/index.ts';
import type { LeaveBook, LeaveRow } from './leave-book.ts';

const MOST_DAYS = 366;
const clock = z.string().regex(/^\d{2}:\d{2}$/, 'wanted HH:MM');
const note = z.string().trim().max(300, 'at most 300 characters').default('');

/** Whole days, or hours of one day by the local clock; an end that is not after the start is the next day's. */
export const LeaveInput = z.discriminatedUnion('of', [
	z.object({
		of: z.literal('days'),
		kindId: z.string().min(1),
		fromDate: z.iso.date(),
		toDate: z.iso.date(),
		note
	}),
	z.object({
		of: z.literal('hours'),
		kindId: z.string().min(1),
		date: z.iso.date(),
		fromTime: clock,
		toTime: clock,
		note
	})
]);
export type LeaveInput = z.input<typeof LeaveInput>;

const refuse = (text: string): never => {
	throw new InvalidInputError(`Asking for leave: ${text}`);
};

/** The request that an input makes, as it would be stored; refuses what nobody could be granted. */
export function leaveOf(
	input: z.output<typeof LeaveInput>,
	book: LeaveBook,
	{ agentId, timeZone, now }: { agentId: string; timeZone: string; now: number }
): LeaveRow {
	if (!book.terms.kinds.some(({ id }) => id === input.kindId))
		refuse(`there is no kind of leave "${input.kindId}".`);
	const span = input.of === 'days' ? wholeDays(input, timeZone) : hours(input, timeZone);
	if (span.fromAt <= now) refuse('it must begin later than now; whole days from tomorrow on.');
	if (daysBetween(book.today, span.toDate) > 2 * MOST_DAYS) refuse('at most two years ahead.');
	const request: LeaveRow = {
		...span,
		id: '',
		order: Number.MAX_SAFE_INTEGER,
		agentId,
		kindId: input.kindId,
		note: input.note,
		state: 'asked',
		createdAt: now,
		decidedBy: null,
		decidedAt: null,
		reason: null
	};
	const clash = book.rows.find(
		(row) => row.agentId === agentId && row.fromAt < request.toAt && row.toAt > request.fromAt
	);
	if (clash) refuse(`you have asked for leave on ${clash.fromDate} already; take that back first.`);
	return request;
}

function wholeDays({ fromDate, toDate }: { fromDate: string; toDate: string }, timeZone: string) {
	if (toDate < fromDate) refuse('its last day must not come before its first.');
	if (daysBetween(fromDate, toDate) >= MOST_DAYS) refuse(`at most ${MOST_DAYS} days in one request.`);
	return {
		isWholeDays: true,
		fromDate,
		toDate,
		fromAt: midnightOf(fromDate, timeZone),
		toAt: midnightOf(plusDays(toDate, 1), timeZone)
	};
}

function hours(
	{ date, fromTime, toTime }: { date: string; fromTime: string; toTime: string },
	timeZone: string
) {
	const endDate = toTime > fromTime ? date : plusDays(date, 1);
	// Where the clocks go back over it, it begins at the first and ends at the last.
	const fromAt = instantsOf(date, fromTime, timeZone).at(0);
	const toAt = instantsOf(endDate, toTime, timeZone).at(-1);
	if (fromAt === undefined || toAt === undefined)
		return refuse('the clocks skip that time on that night; choose another.');
	return { isWholeDays: false, fromDate: date, toDate: date, fromAt, toAt };
}
