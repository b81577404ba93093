import { createCalendar, type Calendar } from '../calendar.ts';
import {
	allShifts,
	canDo,
	paidMinutes,
	type RosterAgent,
	type RosterProblem,
	type ShiftTemplate
} from '../problem.ts';
import { compileFloors } from './compile-floors.ts';
import { addChanges, narrowDays } from './compile-given.ts';
import { compileSpans, mayWork } from './compile-hours.ts';
import { compileTerms, termsKey, type SequenceTerms } from './compile-sequences.ts';
import type { AgentRules, CoreProblem, TotalsWindow } from './core-problem.ts';
import type { IntervalDemand } from './interval-cover.ts';
import { workedStretches } from './worked-stretches.ts';

export interface CompiledProblem {
	core: CoreProblem;
	demand: IntervalDemand;
	/** Skill of each lane; null is work for anyone. */
	laneSkills: (string | null)[];
	calendar: Calendar;
}

/** Beyond this many shifts, templates and own ones together, the matrix of what may follow what grows too large. */
const MAX_KINDS = 4_000;

/**
 * The problem in the engine's terms; kind k is shift k − 1 of `allShifts`.
 *
 * @throws RangeError with more than 4,000 shifts; `solveDay` takes any number of own ones
 */
export function compileProblem(problem: RosterProblem): CompiledProblem {
	const { days } = problem.horizon;
	const calendar = createCalendar(problem.horizon.start, days);
	const shifts = allShifts(problem);
	if (shifts.length > MAX_KINDS)
		throw new RangeError(
			`Solving a roster: it has ${shifts.length} shifts, templates and own ones together; wanted no more than ${MAX_KINDS}.`
		);
	const laneSkills = [...new Set(problem.demand.map((d) => d.skill))];
	const known = new Map<string, SequenceTerms>();
	const agents = problem.agents.map((agent) => {
		const key = termsKey(agent.contract);
		let terms = known.get(key);
		if (!terms) known.set(key, (terms = compileTerms(shifts, agent.contract)));
		return compileAgent(problem, agent, calendar, shifts, terms);
	});
	const kindMinutes = Int32Array.from([0, ...shifts.map(paidMinutes)]);
	const core = { days, kinds: shifts.length, kindMinutes, agents };
	const demand = compileDemand(problem, laneSkills, shifts);
	const floors = compileFloors(problem, core, demand);
	return { core, demand: floors ? { ...demand, floors } : demand, laneSkills, calendar };
}

/** One agent's rules over the given shifts, counted from 1. */
export function compileAgent(
	problem: RosterProblem,
	agent: RosterAgent,
	calendar: Calendar,
	shifts: readonly ShiftTemplate[],
	{ follows, sequences }: SequenceTerms
): AgentRules {
	const { weights } = problem;
	const { days } = calendar;
	const width = shifts.length + 1;
	const allowed = new Uint8Array(days * width);
	const cost = new Float64Array(days * width);
	const lawful = Uint8Array.from(shifts, (shift) => (mayWork(agent.contract, shift) ? 1 : 0));
	for (let d = 0; d < days; d++) {
		allowed[d * width] = 1;
		const ranges = agent.availability?.filter((r) => r.day === d) ?? null;
		shifts.forEach((shift, i) => {
			const paid = paidMinutes(shift);
			cost[d * width + i + 1] = (weights.paidHour * paid) / 60;
			const end = shift.startMinute + shift.lengthMinutes;
			allowed[d * width + i + 1] =
				!agent.daysOff.includes(d) &&
				(!('agent' in shift) || shift.agent === agent.id) &&
				(shift.days === null || shift.days.includes(d)) &&
				lawful[i] === 1 &&
				(ranges === null || ranges.some((r) => r.fromMinute <= shift.startMinute && end <= r.toMinute))
					? 1
					: 0;
		});
	}
	for (const { day, kind, shift, weight } of agent.preferences)
		for (let k = 0; k < width; k++) {
			const meets =
				shift === 'off' ? k === 0 : shift === 'work' ? k > 0 : k > 0 && shifts[k - 1]!.id === shift;
			if (meets === (kind === 'avoid')) cost[day * width + k]! += weight * weights.preference;
		}
	narrowDays(problem, agent, shifts, allowed);
	const standing = addChanges(problem, agent, shifts, cost);
	const { contract } = agent;
	const spans = compileSpans(contract, agent.daysOff, calendar);
	return {
		name: agent.id,
		allowed,
		cost,
		follows,
		windows: calendar.weeks.map((week) => contractWeek(agent, week)),
		maxConsecutive: contract.maxConsecutiveDays,
		minConsecutive: contract.minConsecutiveDays,
		minConsecutiveOff: contract.minConsecutiveDaysOff,
		maxWeekends: contract.maxWeekends ?? Infinity,
		isSaturday: Uint8Array.from({ length: days }, (_, d) => (calendar.weekday(d) === 5 ? 1 : 0)),
		isSunday: Uint8Array.from({ length: days }, (_, d) => (calendar.weekday(d) === 6 ? 1 : 0)),
		maxOfKind: new Float64Array(width).fill(Infinity),
		...(spans.length > 0 && { spans }),
		...(sequences && { sequences }),
		...(standing && { standing })
	};
}

/**
 * A week's limits. In a week cut by the horizon minimum hours and days off count in proportion to its days; each
 * day of leave counts as worked for the minimum, as 1/(7 − minDaysOffPerWeek) of the week's hours.
 */
function contractWeek(agent: RosterAgent, week: { from: number; to: number }): TotalsWindow {
	const { minHoursPerWeek, maxHoursPerWeek, minDaysOffPerWeek } = agent.contract;
	const length = week.to - week.from;
	const leave = new Set(agent.daysOff.filter((d) => d >= week.from && d < week.to)).size;
	const workdays = Math.max(1, 7 - minDaysOffPerWeek);
	const hours = Math.max(0, minHoursPerWeek * (length / 7) - (minHoursPerWeek * leave) / workdays);
	return {
		from: week.from,
		to: week.to,
		minMinutes: Math.floor(hours * 60 + 1e-6),
		maxMinutes: Math.floor(maxHoursPerWeek * 60 + 1e-6),
		maxShifts: length - Math.floor((minDaysOffPerWeek * length) / 7)
	};
}

/** @param shifts whose stretches are kinds 1 and on; 0 is off */
export function compileDemand(
	problem: RosterProblem,
	laneSkills: (string | null)[],
	shifts: readonly ShiftTemplate[]
): IntervalDemand {
	const { intervalMinutes, weights, horizon } = problem;
	const intervalsPerDay = 1440 / intervalMinutes;
	const intervals = intervalsPerDay * horizon.days;
	const required = new Float64Array(laneSkills.length * intervals);
	for (const d of problem.demand)
		required[
			laneSkills.indexOf(d.skill) * intervals + d.day * intervalsPerDay + d.fromMinute / intervalMinutes
		] = d.agents;
	const hours = intervalMinutes / 60;
	return {
		intervals,
		intervalsPerDay,
		lanes: laneSkills.length,
		required,
		under: weights.under * hours,
		over: weights.over * hours,
		deepUnder: weights.deepUnder * hours,
		deepAt: required.map((n) => n * (1 - weights.deepShare)),
		stretches: [
			new Int32Array(0),
			...shifts.map((shift) => Int32Array.from(workedStretches(shift), (m) => m / intervalMinutes))
		],
		agentLanes: problem.agents.map((a) =>
			Int32Array.from(laneSkills.flatMap((skill, lane) => (canDo(problem, a, skill) ? [lane] : [])))
		)
	};
}
