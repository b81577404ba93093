import { createCalendar, type Calendar } from '../calendar.ts';
import { paidMinutes, type RosterProblem } from '../problem.ts';
import type { Violation, WorkedShift } from '../rules/rule.ts';
import { minimumStaff } from '../rules/minimum-staff.ts';
import type { PlacedShift } from './placed-shift.ts';

/** A hard rule on all agents together, about lists of the problem whose entries have a `day`. */
export interface WholeRule {
	check(problem: RosterProblem, calendar: Calendar, byAgent: ReadonlyMap<string, WorkedShift[]>): Violation[];
}

/** Such rules of the validator. */
export const WHOLE_RULES: readonly WholeRule[] = [minimumStaff];

/** What such rules say of a roster, day by day. */
export interface WholeCheck {
	/** The shifts of these days have changed. */
	touch(days: Iterable<number>): void;
	violations(): Violation[];
}

const DAY_MINUTES = 1_440;

/**
 * Checks only the days around those that were touched: an entry of a day may reach into the next one, and a shift as well.
 * A list that names days and no agents is cut to the day that is checked.
 */
export function checkWhole(
	problem: RosterProblem,
	rules: readonly WholeRule[],
	shiftsOf: (agent: string) => readonly PlacedShift[]
): WholeCheck {
	const calendar = createCalendar(problem.horizon.start, problem.horizon.days);
	const lists = Object.entries(problem).flatMap(([name, value]) =>
		name !== 'demand' && Array.isArray(value) && value.length > 0 && isOfDay(value[0])
			? [{ name, byDay: Map.groupBy(value as { day: number }[], ({ day }) => day) }]
			: []
	);
	const known = new Map<number, Violation[]>();
	const asked = new Set(lists.flatMap(({ byDay }) => [...byDay.keys()]));
	const dirty = new Set(rules.length === 0 ? [] : asked);
	const check = (day: number): Violation[] => {
		const cut = Object.fromEntries(lists.map(({ name, byDay }) => [name, byDay.get(day) ?? []]));
		const byAgent = new Map(
			problem.agents.map(({ id }) => [
				id,
				shiftsOf(id)
					.filter((shift) => Math.abs(shift.day - day) <= 1)
					.map(worked)
			])
		);
		return rules.flatMap((rule) => rule.check({ ...problem, ...cut }, calendar, byAgent));
	};
	return {
		touch(days) {
			if (rules.length === 0) return;
			for (const day of days)
				for (const near of [day - 1, day, day + 1]) if (asked.has(near)) dirty.add(near);
		},
		violations() {
			for (const day of dirty) known.set(day, check(day));
			dirty.clear();
			return [...known.entries()].sort(([a], [b]) => a - b).flatMap(([, violations]) => violations);
		}
	};
}

const isOfDay = (one: unknown): boolean =>
	typeof one === 'object' && one !== null && 'day' in one && !('agent' in one);

function worked(shift: PlacedShift): WorkedShift {
	const startsAt = shift.day * DAY_MINUTES + shift.startMinute;
	return {
		day: shift.day,
		shift: { ...shift, days: null },
		startsAt,
		endsAt: startsAt + shift.lengthMinutes,
		paidMinutes: paidMinutes(shift)
	};
}
