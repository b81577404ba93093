import {
	parseProblem,
	type Contract,
	type MinimumStaff,
	type RosterProblem
} from '#solver/rostering/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { InvalidInputError } from '../access/index.ts';
import { termsOf } from '../contracts/index.ts';
import type { TimeZone } from '../history/index.ts';
import type { PersonTerms } from '../wishes/index.ts';
import { demandNeeds, type Demand } from './demand-needs.ts';
import { onGrid, requirePeople, spanOf } from './minimum-staff-on-grid.ts';
import { shiftTemplates, type ShiftKind } from './shift-templates.ts';
import { wishedOf } from './wished-of.ts';

const GRID = [5, 10, 15, 30] as const;

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
	/** When people can work, their leave and their wishes; nothing of who is left out. */
	terms?: ReadonlyMap<string, PersonTerms>;
	/** People who must be there, whatever the plan asks for. */
	minimumStaff?: readonly MinimumStaff[];
}): RosterProblem {
	const { start, days, zone, demand, agents, kinds, terms } = input;
	if (agents.length === 0)
		throw new InvalidInputError('Making a roster: there are no agents; import or create some first.');
	const intervalMinutes = input.intervalSeconds / 60;
	const grid =
		GRID.findLast((minutes) => intervalMinutes % minutes === 0 && minutes <= intervalMinutes) ?? 15;
	const needs = demandNeeds({ start, days, zone, demand, intervalMinutes, grid });
	if (needs.length === 0)
		throw new InvalidInputError(
			`Making a roster: the staffing plan asks for nobody in the ${days} days from ${start}; choose days that it covers.`
		);
	const minimumStaff = onGrid(input.minimumStaff ?? [], grid);
	requirePeople(minimumStaff, agents, start);
	const spans = minimumStaff.map(spanOf);
	const from = Math.min(...[...needs, ...spans].map(({ fromMinute }) => fromMinute));
	const to = Math.max(
		...needs.map(({ fromMinute }) => fromMinute + grid),
		...spans.map(({ toMinute }) => toMinute)
	);
	const known = new Set(agents.flatMap((agent) => agent.skills.map(({ skillId }) => skillId)));
	for (const { skill } of needs)
		if (skill !== null && !known.has(skill))
			throw new InvalidInputError(
				`Making a roster: no agent has the skill "${skill}" that the plan asks for.`
			);

	const roundUp = (minutes: number): number => Math.ceil(minutes / grid) * grid;
	const shifts = shiftTemplates({ fromMinute: from, toMinute: to }, kinds, grid > 15 ? 60 : 30);
	return parseProblem({
		version: 1,
		horizon: { start, days },
		intervalMinutes: grid,
		agents: agents.map(({ id, name, skills, contract }) => ({
			id,
			name,
			skills: skills.map(({ skillId, proficiency }) => ({ skill: skillId, proficiency })),
			contract: contractOf(contract, days),
			availability:
				terms?.get(id)?.availability?.map(({ day, fromMinute, toMinute }) => ({
					day,
					from: fromMinute,
					to: toMinute
				})) ?? null,
			daysOff: terms?.get(id)?.daysOff ?? [],
			preferences: wishedOf(terms?.get(id)?.wishes ?? [], { start, days, shifts })
		})),
		shifts: shifts.map((shift) => ({
			id: shift.id,
			startMinute: shift.startMinute,
			lengthMinutes: roundUp(shift.lengthMinutes),
			breaks: shift.breaks.map((pause) => ({
				offsetMinute: roundUp(pause.offsetMinute),
				lengthMinutes: roundUp(pause.lengthMinutes),
				paid: pause.paid,
				...(pause.kind && { kind: pause.kind })
			}))
		})),
		demand: needs,
		...(minimumStaff.length > 0 && { minimumStaff })
	});
}

/** A roster that is not of whole weeks asks nobody for least hours and days off a week. */
function contractOf(contract: AgentRecord['contract'], days: number): Contract {
	const terms = termsOf(contract);
	const isWholeWeeks = days % 7 === 0;
	return {
		...terms,
		minHoursPerWeek: isWholeWeeks ? terms.minHoursPerWeek : 0,
		minDaysOffPerWeek: isWholeWeeks ? terms.minDaysOffPerWeek : 0
	};
}
