import type { LeaveBalance, LeaveKind } from '#lib/contracts/requests.ts';
import { daysBetween } from '#lib/format/local-dates.ts';
import { amountIn } from './leave-amounts.ts';

/** An agent's own allowance as it is kept. */
export interface Allowance {
	amount: number | null;
	fromDate: string | null;
	toDate: string | null;
	carried: number;
	carriedUntil: string | null;
}

/** Sums by date, in the kind's unit. */
export type ByDate = ReadonlyMap<string, number>;

/** For the part of the year that the person is employed, to the half: a half is rounded up. */
export function entitlement(kind: LeaveKind, allowance: Allowance | null, year: number): number | null {
	const amount = allowance ? allowance.amount : kind.yearly;
	if (amount === null) return null;
	const [first, last] = [`${year}-01-01`, `${year}-12-31`];
	const from = allowance?.fromDate && allowance.fromDate > first ? allowance.fromDate : first;
	const to = allowance?.toDate && allowance.toDate < last ? allowance.toDate : last;
	const share = Math.max(0, daysBetween(from, to) + 1) / (daysBetween(first, last) + 1);
	return Math.max(0, Math.ceil(amount * share * 2 - 1e-9) / 2);
}

/** What of the carried-over part counts once so much is taken: what was not taken by its day is lost. */
export function carriedThatCounts(
	allowance: Allowance | null,
	held: ByDate,
	year: number,
	today: string
): number {
	const { carried, carriedUntil } = allowance ?? { carried: 0, carriedUntil: null };
	return carriedUntil === null || today <= carriedUntil
		? carried
		: Math.min(carried, amountIn(held, year, carriedUntil));
}

/** How a person stands in one kind and year. What is approved or asked for is held; what waits is not. */
export function leaveBalance(
	kind: LeaveKind,
	allowance: Allowance | null,
	year: number,
	{ approved, asked, waiting }: { approved: ByDate; asked: ByDate; waiting: ByDate },
	today: string
): LeaveBalance {
	const entitled = entitlement(kind, allowance, year);
	const held = merge(approved, asked);
	return {
		kindId: kind.id,
		year,
		entitled,
		carried: allowance?.carried ?? 0,
		carriedUntil: allowance?.carriedUntil ?? null,
		approved: amountIn(approved, year),
		asked: amountIn(asked, year),
		waiting: amountIn(waiting, year),
		left:
			entitled === null
				? null
				: entitled + carriedThatCounts(allowance, held, year, today) - amountIn(held, year)
	};
}

/**
 * By how much leave that is held, with a request in it, passes the allowance of a year; 0: it does not. Of what was
 * carried over only that counts which is taken by its day.
 */
export function overdrawn(kind: LeaveKind, allowance: Allowance | null, year: number, held: ByDate): number {
	const entitled = entitlement(kind, allowance, year);
	if (entitled === null) return 0;
	const { carried, carriedUntil } = allowance ?? { carried: 0, carriedUntil: null };
	const counts = carriedUntil === null ? carried : Math.min(carried, amountIn(held, year, carriedUntil));
	const over = amountIn(held, year) - entitled - counts;
	return over > 1e-9 ? over : 0;
}

export function merge(...parts: ByDate[]): ByDate {
	const all = new Map<string, number>();
	for (const part of parts) for (const [date, amount] of part) all.set(date, (all.get(date) ?? 0) + amount);
	return all;
}
