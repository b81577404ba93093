import { createCalendar } from './calendar.ts';
import { paidMinutes, type RosterProblem } from './problem.ts';
import type { RosterCover } from './roster.ts';
import { minimumStaff, RULES } from './rules/index.ts';
import type { Violation, WorkedShift } from './rules/rule.ts';
import { changeCost } from './validate-changes.ts';
import { validateCover } from './validate-cover.ts';

export interface Validation {
	valid: boolean;
	violations: Violation[];
	/** The problem's objective, recomputed from the assignments. */
	objective: number;
	cover: RosterCover[];
}

/** What the validator reads of a roster: who begins which shift on which day. */
export interface ClaimedRoster {
	assignments: { agent: string; day: number; shift: string }[];
}

/**
 * Checks a roster against its problem from nothing but the two: every rule, the cover and the objective. It
 * shares no code with the search, so that a fault there cannot hide here.
 *
 * @throws RangeError when the roster has no list of assignments
 */
export function validateRoster(problem: RosterProblem, roster: ClaimedRoster): Validation {
	if (!Array.isArray(roster?.assignments))
		throw new RangeError('Validating a roster: it has no list "assignments"; wanted [{agent, day, shift}].');
	const calendar = createCalendar(problem.horizon.start, problem.horizon.days);
	const violations: Violation[] = [];
	const shifts = new Map([...problem.shifts, ...(problem.options ?? [])].map((shift) => [shift.id, shift]));
	const byAgent = new Map<string, WorkedShift[]>(problem.agents.map((a) => [a.id, []]));
	for (const { agent, day, shift: id } of roster.assignments) {
		const worked = byAgent.get(agent);
		const shift = shifts.get(id);
		const inside = Number.isInteger(day) && day >= 0 && day < calendar.days;
		if (!worked || !shift || !inside) {
			const what = !worked ? `agent "${agent}"` : !shift ? `shift "${id}"` : `day ${String(day)}`;
			violations.push({
				rule: 'known',
				agent: worked ? agent : null,
				day: inside ? day : null,
				text: `The assignment of "${agent}" to "${id}" on day ${String(day)} names ${what}, which the problem does not have.`
			});
			continue;
		}
		const startsAt = day * 1440 + shift.startMinute;
		worked.push({
			day,
			shift,
			startsAt,
			endsAt: startsAt + shift.lengthMinutes,
			paidMinutes: paidMinutes(shift)
		});
	}
	for (const agent of problem.agents) {
		const worked = byAgent.get(agent.id)!.sort((a, b) => a.startsAt - b.startsAt);
		for (const rule of RULES) violations.push(...rule.check({ problem, calendar, agent, worked }));
	}
	violations.push(...minimumStaff.check(problem, calendar, byAgent));
	const { cover, cost } = validateCover(problem, byAgent);
	return {
		valid: violations.length === 0,
		violations,
		objective: cost + choiceCost(problem, byAgent) + changeCost(problem, byAgent),
		cover
	};
}

/** Cost of preferences not met and of paid hours. */
function choiceCost(problem: RosterProblem, byAgent: Map<string, WorkedShift[]>): number {
	let cost = 0;
	for (const agent of problem.agents) {
		const worked = byAgent.get(agent.id)!;
		for (const w of worked) cost += (w.paidMinutes / 60) * problem.weights.paidHour;
		for (const wish of agent.preferences) {
			const ids = worked.filter((w) => w.day === wish.day).map((w) => w.shift.id);
			const met =
				wish.shift === 'off'
					? ids.length === 0
					: wish.shift === 'work'
						? ids.length > 0
						: ids.includes(wish.shift);
			if (met !== (wish.kind === 'prefer')) cost += wish.weight * problem.weights.preference;
		}
	}
	return cost;
}
