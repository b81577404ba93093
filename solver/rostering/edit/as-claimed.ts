import { createCalendar, type Calendar } from '../calendar.ts';
import { allShifts, type OwnShift, type RosterProblem, type ShiftTemplate } from '../problem.ts';
import { clock } from '../rules/rule.ts';
import type { ClaimedRoster } from '../validate.ts';
import { shapeKey, type PlacedShift } from './placed-shift.ts';

/** Names placed shifts as the validator knows shifts: by id. */
export interface ShiftNames {
	/** What the validator is told of one agent's shifts: the shifts that exist already by id, the others as own shifts. */
	claim(agent: string, shifts: readonly PlacedShift[]): ClaimedRoster & { options: OwnShift[] };
	/** The problem's own shift of this shape for that agent and day, if it has one: only of such shifts does a lower bound speak. */
	known(shift: PlacedShift): ShiftTemplate | undefined;
}

/** Looks through the problem's shifts once; a claim then costs a text per shift. */
export function nameShifts(problem: RosterProblem): ShiftNames {
	const calendar = createCalendar(problem.horizon.start, problem.horizon.days);
	const byShape = Map.groupBy(allShifts(problem), shapeKey);
	const known = (shift: PlacedShift): ShiftTemplate | undefined =>
		byShape
			.get(shapeKey(shift))
			?.find((one) =>
				'agent' in one
					? one.agent === shift.agent && (one as OwnShift).day === shift.day
					: one.days === null || one.days.includes(shift.day)
			);
	return {
		known,
		claim(agent, shifts) {
			const options: OwnShift[] = [];
			const taken = new Map<string, number>();
			const assignments = shifts.map((shift) => {
				const found = known(shift);
				if (found) return { agent, day: shift.day, shift: found.id };
				const name = nameOf(calendar, shift);
				const count = (taken.get(name) ?? 0) + 1;
				taken.set(name, count);
				const id = count === 1 ? name : `${name} ${count}`;
				const { day, startMinute, lengthMinutes, breaks } = shift;
				options.push({ id, agent, day, startMinute, lengthMinutes, breaks, days: null });
				return { agent, day, shift: id };
			});
			return { assignments, options };
		}
	};
}

/** "09:15–17:45 (ana 2026-11-24)": no template or other agent has it. */
const nameOf = (calendar: Calendar, { agent, day, startMinute, lengthMinutes }: PlacedShift): string =>
	`${clock(startMinute)}–${clock(startMinute + lengthMinutes)} (${agent} ${calendar.date(day)})`;

/**
 * A whole roster of placed shifts as `validateRoster` takes it: the problem with their own shifts, and the claim.
 * Shifts of agents that the problem does not have are claimed as they are, for the validator to say so.
 */
export function asClaimed(
	problem: RosterProblem,
	shifts: readonly PlacedShift[]
): { problem: RosterProblem; roster: ClaimedRoster } {
	const names = nameShifts(problem);
	const claims = [...Map.groupBy(shifts, ({ agent }) => agent)].map(([agent, own]) =>
		names.claim(agent, own)
	);
	const options = claims.flatMap((claim) => claim.options);
	return {
		problem:
			options.length === 0 ? problem : { ...problem, options: [...(problem.options ?? []), ...options] },
		roster: { assignments: claims.flatMap(({ assignments }) => assignments) }
	};
}
