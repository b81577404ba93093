import { validateRoster, type RosterProblem, type RosterResult } from '#solver/rostering/index.ts';
import { plannedShifts, type PlannedShift, type Scenario } from '#solver/simulation/index.ts';
import type { AgentRecord } from '../agents/index.ts';

const DAY_MS = 86_400_000;
const GRID_MINUTES = 5;

/** A roster as a planner of the scenario's centre would have written it: the simulated agents' own duty plan. */
export function rosterOf(
	scenario: Scenario,
	agents: readonly AgentRecord[],
	start: string,
	days: number
): { problem: RosterProblem; result: RosterResult } {
	const firstDay = Date.parse(`${start}T00:00:00Z`) / DAY_MS;
	const known = new Set(agents.map(({ id }) => id));
	const planned = plannedShifts(scenario, firstDay, days).filter(({ agent }) => known.has(agent));
	const templates = new Map<string, { id: string; shift: PlannedShift }>();
	const templateOf = (shift: PlannedShift): string => {
		const key = JSON.stringify([shift.startSeconds, shift.endSeconds, shift.parts]);
		const found = templates.get(key) ?? { id: `plan-${templates.size + 1}`, shift };
		templates.set(key, found);
		return found.id;
	};
	const assignments = planned.map((shift) => ({
		agent: shift.agent,
		day: shift.day - firstDay,
		date: new Date(shift.day * DAY_MS).toISOString().slice(0, 10),
		shift: templateOf(shift),
		startMinute: shift.startSeconds / 60,
		endMinute: shift.endSeconds / 60
	}));
	const problem: RosterProblem = {
		version: 1,
		horizon: { start, days },
		intervalMinutes: GRID_MINUTES,
		agents: agents.map(({ id, name, skills, contract }) => ({
			id,
			name,
			skills: skills.map(({ skillId, proficiency }) => ({ skill: skillId, proficiency })),
			contract: {
				minHoursPerWeek: contract?.minHoursPerWeek ?? 0,
				maxHoursPerWeek: contract?.maxHoursPerWeek ?? 40,
				maxHoursPerDay: contract?.maxHoursPerDay ?? 9,
				minRestHours: contract?.minRestHours ?? 12,
				maxConsecutiveDays: contract?.maxConsecutiveDays ?? 6,
				minDaysOffPerWeek: contract?.minDaysOffPerWeek ?? 1,
				minConsecutiveDays: 1,
				minConsecutiveDaysOff: 1,
				maxWeekends: null
			},
			availability: null,
			daysOff: [],
			preferences: []
		})),
		shifts: [...templates.values()].map(({ id, shift }) => ({
			id,
			startMinute: shift.startSeconds / 60,
			lengthMinutes: (shift.endSeconds - shift.startSeconds) / 60,
			breaks: shift.parts.map(({ kind, atSeconds, durationSeconds }) => ({
				offsetMinute: atSeconds / 60,
				lengthMinutes: durationSeconds / 60,
				paid: kind !== 'lunch',
				kind
			})),
			days: null
		})),
		demand: [],
		weights: { under: 10, over: 1, deepUnder: 10, deepShare: 0.2, preference: 1, paidHour: 0 }
	};
	const { objective, cover, violations } = validateRoster(problem, { assignments });
	return {
		problem,
		result: {
			assignments,
			status: 'feasible',
			objective,
			lowerBound: null,
			gap: null,
			cover,
			violations,
			reasons: [],
			seconds: 0,
			steps: 0
		}
	};
}
