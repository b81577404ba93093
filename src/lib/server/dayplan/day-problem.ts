import { parseProblem, type PlannedDay, type RosterProblem } from '#solver/rostering/index.ts';
import { InvalidInputError } from '../access/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { contractOf, minuteOf, rulesBrokenBy, type DayFrame, type FramedShift } from '../rosters/index.ts';
import type { DayNeed } from './day-demand.ts';
import type { DayWishes } from './day-input.ts';
import {
	callOptions,
	changesFrom,
	plannedDay,
	shiftOptions,
	termsOf,
	type DayOption
} from './day-options.ts';
import { restOfShifts } from './rest-of-shifts.ts';

/** As a refusal names it. */
export const ACTION = 'Re-optimising the day';
const GRID = 5;
const DAY_MINUTES = 1_440;

/** Costs of an agent-hour, as in every roster; calling off what was planned and calling people in is dear. */
const WEIGHTS = { under: 10, deepUnder: 10, deepShare: 0.2, paidHour: 0.5, changedHour: 0.3 };
const CALLED_OFF = 4;
const CALLED_IN = 3;
const SECOND_CHANGE = 0.2;

export interface DayPeople {
	agents: readonly AgentRecord[];
	/** By agent, the frame's shifts as they stand. */
	shifts: ReadonlyMap<string, readonly FramedShift[]>;
	/** Not coming, though they are scheduled. */
	missing: ReadonlySet<string>;
	/** Not to be called in: absent today, or signed off for another reason. */
	unavailable: ReadonlySet<string>;
	/** Coaching sessions and the like: off the queues, and not to be moved. */
	reserved: readonly { agentId: string; startAt: number; endAt: number }[];
}

export interface DayProblem {
	problem: RosterProblem;
	/** By the id of an own shift. */
	options: Map<string, DayOption>;
	/** People whose schedule breaks a rule as it stands: nothing of theirs is changed, nor judged. */
	leftAlone: string[];
}

/**
 * The rest of a day as a rostering problem: every day decided but today, and of today what the planner lets change.
 *
 * @throws InvalidInputError where nobody can do what is needed
 */
export function dayProblem(
	frame: DayFrame,
	nowMs: number,
	needs: readonly DayNeed[],
	people: DayPeople,
	wishes: DayWishes
): DayProblem {
	const earliest = changesFrom(frame, nowMs);
	const nowMinute = minuteOf(frame, nowMs);
	const known = new Set(people.agents.flatMap(({ skills }) => skills.map(({ skillId }) => skillId)));
	const demand = demandOf(frame, nowMs, needs).filter(({ skill }) => skill === null || known.has(skill));
	const last = Math.max(
		nowMinute,
		...demand.map(({ day, fromMinute }) => day * DAY_MINUTES + fromMinute + GRID)
	);
	const asked = new Set(demand.map(({ skill }) => skill));
	if (demand.length === 0)
		throw new InvalidInputError(`${ACTION}: nobody has the skills that are needed in the rest of the day.`);
	const terms = termsOf(wishes, people.agents.length);
	const options = new Map<string, DayOption>();
	const leftAlone: string[] = [];

	const given = people.agents.map((agent) => {
		const own = people.shifts.get(agent.id) ?? [];
		const isMissing = people.missing.has(agent.id);
		const scheduled = own
			.filter(({ day, pieces }) => !(isMissing && day === dayNow(own) && pieces.at(-1)!.endAt > nowMs))
			.map((framed) => ({
				framed,
				planned: withReserved(frame, plannedDay(framed), agent.id, people.reserved)
			}));
		const isLawful =
			rulesBrokenBy(
				frame,
				agent,
				scheduled.map(({ framed }) => framed)
			).length === 0;
		if (!isLawful) leftAlone.push(agent.id);
		const standing = isLawful ? scheduled : restOfShifts(scheduled, nowMinute, last);
		const days = standing.map(({ framed: { day }, planned }) => ({
			agent: agent.id,
			day,
			shift: toShape(planned, day)
		}));
		const runs = standing.find(({ planned }) => planned.from < last && planned.to > earliest);
		const takes = agent.skills.some(({ skillId }) => asked.has(skillId)) || asked.has(null);
		const mayCall =
			wishes.callIn &&
			!isMissing &&
			!people.unavailable.has(agent.id) &&
			!standing.some(
				({ framed, planned }) =>
					framed.day === frame.today || (planned.to > nowMinute && planned.from <= nowMinute)
			);
		const choices =
			!isLawful || !takes || isMissing
				? []
				: runs
					? shiftOptions(frame, runs.framed, runs.planned, earliest, terms)
					: mayCall
						? callOptions(frame, nowMs, last)
						: [];
		const openDay = choices.length === 0 ? null : runs ? runs.framed.day : frame.today;
		const ofDay = (day: number) => days.find((one) => one.day === day)?.shift ?? 'off';
		return {
			agent,
			isLawful,
			openDay,
			days,
			choices,
			fixed: Array.from({ length: frame.days }, (_, day) => day)
				.filter((day) => day !== openDay)
				.map((day) => ({ agent: agent.id, day, shift: ofDay(day) })),
			begun:
				runs && openDay !== null && runs.planned.from < earliest
					? [{ agent: agent.id, day: openDay, until: earliest - openDay * DAY_MINUTES }]
					: []
		};
	});
	if (given.every(({ days, choices }) => days.length === 0 && choices.length === 0))
		throw new InvalidInputError(
			`${ACTION}: nobody is scheduled who could be there, and nobody can be called in.`
		);
	const problem = parseProblem({
		version: 1,
		horizon: { start: frame.start, days: frame.days },
		intervalMinutes: GRID,
		shifts: [],
		agents: given.map(({ agent, isLawful }) => ({
			id: agent.id,
			name: agent.name,
			skills: agent.skills.map(({ skillId, proficiency }) => ({ skill: skillId, proficiency })),
			contract: isLawful ? contractOf(agent) : NO_RULES
		})),
		published: given.flatMap(({ days, openDay }) => days.filter(({ day }) => day === openDay)),
		fixed: given.flatMap(({ fixed }) => fixed),
		begun: given.flatMap(({ begun }) => begun),
		options: given.flatMap(({ agent, choices, openDay, days }) => {
			const shapes = new Set(days.map(({ shift }) => JSON.stringify(shift)));
			return choices.flatMap((choice, i) => {
				const shape = toShape(choice.shift, openDay!);
				const key = JSON.stringify(shape);
				if (shapes.has(key)) return [];
				shapes.add(key);
				const id = `${agent.id}#${i}`;
				options.set(id, choice);
				return [{ id, agent: agent.id, day: openDay!, ...shape }];
			});
		}),
		demand,
		weights: { ...WEIGHTS, over: wishes.shortenMinutes > 0 ? 1 : 0 }
	});
	// Wishes against what is dear come after the reading: they name own shifts.
	for (const agent of problem.agents)
		for (const option of problem.options!.filter((one) => one.agent === agent.id)) {
			const weight = dearness(options.get(option.id)?.moves ?? []);
			if (weight > 0) agent.preferences.push({ day: option.day, kind: 'avoid', shift: option.id, weight });
		}
	return { problem, options, leftAlone };

	function dayNow(own: readonly FramedShift[]): number | null {
		return own.find(({ pieces }) => pieces[0]!.startAt <= nowMs && pieces.at(-1)!.endAt > nowMs)?.day ?? null;
	}
}

const NO_RULES = {
	...{ minHoursPerWeek: 0, maxHoursPerWeek: 168, maxHoursPerDay: 24, minRestHours: 0, maxConsecutiveDays: 42 }
};

function dearness(moves: DayOption['moves']): number {
	const dear = { cancelled: CALLED_OFF, called: CALLED_IN, moved: 0, extended: 0, leaves: 0 };
	return moves.reduce((sum, { kind }) => sum + dear[kind], 0) + SECOND_CHANGE * Math.max(0, moves.length - 1);
}

function toShape({ from, to, parts }: PlannedDay, day: number) {
	return {
		start: from - day * DAY_MINUTES,
		lengthMinutes: to - from,
		breaks: parts.map((part) => ({
			offsetMinute: part.from - from,
			lengthMinutes: part.to - part.from,
			paid: part.paid,
			...(part.kind && { kind: part.kind })
		}))
	};
}

/** With the sessions that fall on work, as parts that stay. */
export function withReserved(
	frame: DayFrame,
	planned: PlannedDay,
	agentId: string,
	reserved: DayPeople['reserved']
): PlannedDay {
	const parts = [...planned.parts];
	for (const session of reserved) {
		if (session.agentId !== agentId) continue;
		const [from, to] = [minuteOf(frame, session.startAt), minuteOf(frame, session.endAt, 'up')];
		const isFree =
			from >= planned.from && to <= planned.to && !parts.some((part) => part.from < to && part.to > from);
		if (isFree) parts.push({ from, to, kind: 'meeting', paid: true, isFixed: true });
	}
	return { ...planned, parts: parts.sort((a, b) => a.from - b.from) };
}

function demandOf(frame: DayFrame, nowMs: number, needs: readonly DayNeed[]) {
	const cells = new Map<string, { day: number; fromMinute: number; skill: string | null; agents: number }>();
	for (const { skillId, startAt, endAt, agents } of needs) {
		if (agents <= 0) continue;
		const to = minuteOf(frame, endAt);
		for (let minute = minuteOf(frame, Math.max(startAt, nowMs)); minute < to; minute += GRID) {
			const day = Math.floor(minute / DAY_MINUTES);
			const key = `${minute} ${skillId ?? ''}`;
			const cell = cells.get(key) ?? {
				day,
				fromMinute: minute - day * DAY_MINUTES,
				skill: skillId,
				agents: 0
			};
			cell.agents += agents;
			cells.set(key, cell);
		}
	}
	return [...cells.values()].map((cell) => ({ ...cell, agents: Math.round(cell.agents * 100) / 100 }));
}
