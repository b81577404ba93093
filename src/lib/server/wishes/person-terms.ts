import { and, eq, gte, inArray, lte } from 'drizzle-orm';
import type { WeekRange, Wish } from '#lib/contracts/requests.ts';
import { datesFrom, midnightOf, plusDays, weekdayOf } from '#lib/format/local-dates.ts';
import type { Context } from '../context.ts';
import { availabilities, leaveRequests, rosterWishes } from '../db/schema/index.ts';
import { availabilityOn, type Approved } from './availability-in-force.ts';
import { readWishTerms } from './wish-terms.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

type DayRange = { day: number; fromMinute: number; toMinute: number };

/** What a roster of some days has to keep to for one person, and what they wish of it; days from 0. */
export interface PersonTerms {
	/** Null: at any time. A day without a range is unavailable; the one before a day of leave ends at its midnight. */
	availability: DayRange[] | null;
	/** Of leave. */
	daysOff: number[];
	/** With their share (0–1) of what a person may weigh in a week. */
	wishes: (Wish & { share: number })[];
}

/**
 * When people can work in some local days, their approved leave, and what they wish, by agent; those of whom nothing is
 * known are left out. Hours of leave are taken out of the availability. For domains: rights are the caller's.
 */
export async function readPersonTerms(
	ctx: Context,
	{ start, days, timeZone }: { start: string; days: number; timeZone: string },
	agentIds?: readonly string[]
): Promise<Map<string, PersonTerms>> {
	const { orm } = ctx.db;
	const end = plusDays(start, days - 1);
	const [approved, leaves, wished, terms] = await Promise.all([
		orm
			.select()
			.from(availabilities)
			.where(
				and(
					eq(availabilities.state, 'approved'),
					lte(availabilities.validFrom, end),
					agentIds && inArray(availabilities.agentId, [...agentIds])
				)
			),
		orm
			.select()
			.from(leaveRequests)
			.where(
				and(
					eq(leaveRequests.state, 'approved'),
					// What begins on the morning after ends the last night.
					lte(leaveRequests.fromDate, plusDays(end, 1)),
					// Hours of the day before may last into the first.
					gte(leaveRequests.toDate, plusDays(start, -1)),
					agentIds && inArray(leaveRequests.agentId, [...agentIds])
				)
			),
		orm
			.select()
			.from(rosterWishes)
			.where(agentIds && inArray(rosterWishes.agentId, [...agentIds])),
		readWishTerms(ctx)
	]);
	const [availableOf, leaveOf] = [
		Map.groupBy(approved, ({ agentId }) => agentId),
		Map.groupBy(leaves, ({ agentId }) => agentId)
	];
	const wishesOf = new Map(wished.map(({ agentId, wishes }) => [agentId, wishes]));
	const dates = datesFrom(start, end);
	const known = new Set([...availableOf.keys(), ...leaveOf.keys(), ...wishesOf.keys()]);
	return new Map(
		[...known].map((agentId) => {
			const own = leaveOf.get(agentId) ?? [];
			const off = own.filter(({ isWholeDays }) => isWholeDays);
			const isOff = (date: string) => off.some(({ fromDate, toDate }) => fromDate <= date && toDate >= date);
			const away = own
				.filter(({ isWholeDays }) => !isWholeDays)
				.map(({ fromAt, toAt }) => minutesOf(fromAt, toAt, start, timeZone));
			const isEve = (date: string) => !isOff(date) && isOff(plusDays(date, 1));
			return [
				agentId,
				{
					availability: rangesOf(availableOf.get(agentId) ?? [], away, dates, isEve),
					daysOff: dates.flatMap((date, day) => (isOff(date) ? [day] : [])),
					wishes: sharesOf(wishesOf.get(agentId) ?? [], terms.points)
				}
			];
		})
	);
}

/** Points are divided by everybody's, so that nobody weighs more than another by wishing more. */
const sharesOf = (wishes: readonly Wish[], points: number): PersonTerms['wishes'] => {
	const spent = Math.max(
		points,
		wishes.reduce((sum, one) => sum + one.points, 0)
	);
	return wishes.map((wish) => ({ ...wish, share: wish.points / spent }));
};

/** Minutes since the first day's 00:00 by the clocks of each day. */
function minutesOf(fromAt: number, toAt: number, start: string, timeZone: string): [number, number] {
	const minute = (at: number, isEnd: boolean): number => {
		let day = Math.floor((at - midnightOf(start, timeZone)) / (DAY_MINUTES * MINUTE_MS));
		while (midnightOf(plusDays(start, day + 1), timeZone) <= at) day++;
		while (midnightOf(plusDays(start, day), timeZone) > at) day--;
		const passed = (at - midnightOf(plusDays(start, day), timeZone)) / MINUTE_MS;
		// On the grid of the roster engine, and never less than it is.
		return day * DAY_MINUTES + (isEnd ? Math.ceil(passed / 5) : Math.floor(passed / 5)) * 5;
	};
	return [minute(fromAt, false), minute(toAt, true)];
}

/**
 * Ranges by day; a shift lies in the ranges of the day on which it begins, also past its midnight.
 *
 * @param isEve of days of leave: nothing goes past its midnight
 */
function rangesOf(
	approved: readonly Approved[],
	away: readonly [number, number][],
	dates: readonly string[],
	isEve: (date: string) => boolean
): DayRange[] | null {
	const ofWeek = dates.map((date): WeekRange[] | null => availabilityOn(approved, date));
	if (away.length === 0 && ofWeek.every((ranges) => ranges === null) && !dates.some(isEve)) return null;
	return dates.flatMap((date, day) => {
		const weekday = weekdayOf(date);
		const latest = isEve(date) ? DAY_MINUTES : Infinity;
		const ranges = ofWeek[day] ?? [{ weekday, fromMinute: 0, toMinute: 2 * DAY_MINUTES }];
		return ranges
			.filter((range) => range.weekday === weekday)
			.flatMap(({ fromMinute, toMinute }) =>
				away.reduce(
					(left, [from, to]) =>
						left.flatMap((range) => without(range, from - day * DAY_MINUTES, to - day * DAY_MINUTES)),
					[{ day, fromMinute, toMinute: Math.min(toMinute, latest) }]
				)
			);
	});
}

/** A range that loses a span: what is left before it and after. */
const without = ({ day, fromMinute, toMinute }: DayRange, from: number, to: number): DayRange[] =>
	[
		{ day, fromMinute, toMinute: Math.min(toMinute, from) },
		{ day, fromMinute: Math.max(fromMinute, to), toMinute }
	].filter((range) => range.toMinute > range.fromMinute && range.fromMinute < DAY_MINUTES);
