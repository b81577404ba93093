import { parseProblem, type RosterProblem } from '#solver/rostering/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { InvalidInputError } from '../access/index.ts';
import type { TimeZone } from '../history/index.ts';
import { shiftTemplates, type ShiftKind } from './shift-templates.ts';

export interface Demand {
	queueId: string;
	skillId: string | null;
	startAt: number;
	agents: number;
}

const DAY_MS = 86_400_000;
const GRID = [5, 10, 15, 30] as const;

const DEFAULT_CONTRACT = {
	minHoursPerWeek: 0,
	maxHoursPerWeek: 40,
	maxHoursPerDay: 9,
	minRestHours: 12,
	maxConsecutiveDays: 6,
	minDaysOffPerWeek: 1
};

/**
 * The rostering problem of some local days: what the staffing plan asks for by skill, who there is, and the shifts
 * that may be worked. Queues that share a skill are covered together.
 */
export function buildProblem(input: {
	/** Local date, YYYY-MM-DD. */
	start: string;
	days: number;
	zone: TimeZone;
	intervalSeconds: number;
	demand: readonly Demand[];
	agents: readonly AgentRecord[];
	kinds: readonly ShiftKind[];
}): RosterProblem {
	const { start, days, zone, demand, agents, kinds } = input;
	if (agents.length === 0)
		throw new InvalidInputError('Making a roster: there are no agents; import or create some first.');
	const firstDay = Date.parse(`${start}T00:00:00Z`) / DAY_MS;
	const intervalMinutes = input.intervalSeconds / 60;
	const grid =
		GRID.findLast((minutes) => intervalMinutes % minutes === 0 && minutes <= intervalMinutes) ?? 15;

	const needs = new Map<string, { day: number; fromMinute: number; skill: string | null; agents: number }>();
	let [from, to] = [Infinity, -Infinity];
	for (const { startAt, skillId, agents: count } of demand) {
		const local = startAt + zone.offsetMs(startAt);
		const day = Math.floor(local / DAY_MS) - firstDay;
		if (day < 0 || day >= days || count <= 0) continue;
		const minute = Math.floor((local % DAY_MS) / 60_000);
		[from, to] = [Math.min(from, minute), Math.max(to, minute + intervalMinutes)];
		for (let part = 0; part < intervalMinutes; part += grid) {
			const key = `${day} ${minute + part} ${skillId ?? ''}`;
			const need = needs.get(key) ?? { day, fromMinute: minute + part, skill: skillId, agents: 0 };
			need.agents += count;
			needs.set(key, need);
		}
	}
	if (needs.size === 0)
		throw new InvalidInputError(
			`Making a roster: the staffing plan asks for nobody in the ${days} days from ${start}; choose days that it covers.`
		);
	const known = new Set(agents.flatMap((agent) => agent.skills.map(({ skillId }) => skillId)));
	for (const { skill } of needs.values())
		if (skill !== null && !known.has(skill))
			throw new InvalidInputError(
				`Making a roster: no agent has the skill "${skill}" that the plan asks for.`
			);

	const roundUp = (minutes: number): number => Math.ceil(minutes / grid) * grid;
	return parseProblem({
		version: 1,
		horizon: { start, days },
		intervalMinutes: grid,
		agents: agents.map(({ id, name, skills, contract }) => ({
			id,
			name,
			skills: skills.map(({ skillId, proficiency }) => ({ skill: skillId, proficiency })),
			contract: contractOf(contract, days)
		})),
		shifts: shiftTemplates({ fromMinute: from, toMinute: to }, kinds, grid > 15 ? 60 : 30).map((shift) => ({
			id: shift.id,
			startMinute: shift.startMinute,
			lengthMinutes: roundUp(shift.lengthMinutes),
			breaks: shift.breaks.map((pause) => ({
				offsetMinute: roundUp(pause.offsetMinute),
				lengthMinutes: roundUp(pause.lengthMinutes),
				paid: pause.paid
			}))
		})),
		demand: [...needs.values()].map((need) => ({ ...need, agents: Math.round(need.agents * 100) / 100 }))
	});
}

/** A week that the roster only covers in part asks for its part of the least hours. */
function contractOf(contract: AgentRecord['contract'], days: number) {
	const {
		minHoursPerWeek,
		maxHoursPerWeek,
		maxHoursPerDay,
		minRestHours,
		maxConsecutiveDays,
		minDaysOffPerWeek
	} = contract ?? DEFAULT_CONTRACT;
	const isWholeWeeks = days % 7 === 0;
	return {
		minHoursPerWeek: isWholeWeeks ? minHoursPerWeek : 0,
		maxHoursPerWeek,
		maxHoursPerDay,
		minRestHours,
		maxConsecutiveDays,
		minDaysOffPerWeek: isWholeWeeks ? minDaysOffPerWeek : 0
	};
}
