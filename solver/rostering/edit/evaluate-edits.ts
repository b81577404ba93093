import { compileDemand } from '../core/compile-problem.ts';
import { createIntervalCover } from '../core/interval-cover.ts';
import { workedStretches } from '../core/worked-stretches.ts';
import type { RosterProblem } from '../problem.ts';
import type { Violation } from '../rules/rule.ts';
import { validateRoster } from '../validate.ts';
import { agentProblems } from './agent-problems.ts';
import { nameShifts } from './as-claimed.ts';
import { shapeKey, type PlacedShift, type ShiftSwap } from './placed-shift.ts';
import { checkWhole, WHOLE_RULES, type WholeRule } from './whole-rules.ts';

/** A roster under edit: what it costs, covers and breaks, after each edit anew and at the price of that edit alone. */
export interface EditedRoster {
	/** @throws RangeError when a shift that is to go is not there, or one that comes is there already */
	apply(swap: ShiftSwap): void;
	/** In the order of their start. */
	shiftsOf(agent: string): readonly PlacedShift[];
	/** Rules that the agent's shifts break. */
	brokenBy(agent: string): readonly Violation[];
	/** Rules that the agent's shifts would break after an edit, which is not made. */
	wouldBreak(agent: string, swap: ShiftSwap): readonly Violation[];
	/** Rules on all agents together that are broken. */
	brokenByAll(): Violation[];
	/** All of them. */
	violations(): Violation[];
	/** The problem's objective. */
	cost(): number;
	/** Skills that are asked for; null is work for anyone. A lane is a place in it. */
	skills: readonly (string | null)[];
	days: number;
	intervalsPerDay: number;
	/** People asked for in a lane and interval of the horizon. */
	required(lane: number, interval: number): number;
	/** People there, each in the lane where they matter most. */
	scheduled(lane: number, interval: number): number;
	/** Whether a lower bound of the problem still bounds it: all shifts are the problem's own, and no rule is broken. */
	isBounded(): boolean;
}

const DAY_MINUTES = 1_440;

/**
 * Starts with nobody working. An edit costs the validator's work on the agents it touches and the intervals that it
 * changes (`createIntervalCover`); nothing else is looked at. Equal to `validateRoster` of the whole (property test),
 * as a rule concerns one agent or is named in WHOLE_RULES, and an own shift costs what a template of that shape does.
 *
 * The validator is the one of whole rosters, called for one agent at a time, so that a rule that is added is kept here
 * without a word.
 */
export function editRoster(
	problem: RosterProblem,
	wholeRules: readonly WholeRule[] = WHOLE_RULES
): EditedRoster {
	const { intervalMinutes, horizon } = problem;
	const skills = [...new Set(problem.demand.map(({ skill }) => skill))];
	const demand = compileDemand(problem, skills, []);
	const cover = createIntervalCover(demand);
	const names = nameShifts(problem);
	const problems = agentProblems(problem);
	const places = new Map(problem.agents.map(({ id }, place) => [id, place]));

	/** Kinds of work in the cover's terms, by their stretches: shapes that are met are added as they come. */
	const kinds = new Map<string, number>();
	const kindOf = (shift: PlacedShift): number => {
		const key = shapeKey(shift);
		let kind = kinds.get(key);
		if (kind === undefined) {
			const stretches = Int32Array.from(workedStretches(shift), (minute) => minute / intervalMinutes);
			kinds.set(key, (kind = demand.stretches.push(stretches) - 1));
		}
		return kind;
	};
	const plan = new Int16Array(horizon.days);
	const work = (shift: PlacedShift, how: 'add' | 'remove') => {
		plan[shift.day] = kindOf(shift);
		cover[how](places.get(shift.agent)!, plan, shift.day, shift.day + 1);
	};

	type Standing = { violations: Violation[]; cost: number; unknown: number };
	const judge = (agent: string, shifts: readonly PlacedShift[]): Standing => {
		const { problem: own } = problems.get(agent)!;
		const { assignments, options } = names.claim(agent, shifts);
		const { violations, objective } = validateRoster(
			options.length === 0 ? own : { ...own, options: [...(own.options ?? []), ...options] },
			{ assignments }
		);
		// What a rule on all together says of one agent alone is no answer.
		const ofAgent = violations.filter((violation) => violation.agent === agent);
		return { violations: ofAgent, cost: objective, unknown: options.length };
	};
	const shiftsBy = new Map<string, readonly PlacedShift[]>(problem.agents.map(({ id }) => [id, []]));
	const shiftsOf = (agent: string): readonly PlacedShift[] => {
		const found = shiftsBy.get(agent);
		if (!found) throw new RangeError(`Editing a roster: it has no agent "${agent}".`);
		return found;
	};
	/** Judged when asked for, and kept until an edit touches the agent. */
	const standings = new Map<string, Standing>();
	const standingOf = (agent: string): Standing => {
		let standing = standings.get(agent);
		if (!standing) standings.set(agent, (standing = judge(agent, shiftsOf(agent))));
		return standing;
	};
	const whole = checkWhole(problem, wholeRules, shiftsOf);
	const everybody = () => problem.agents.map(({ id }) => standingOf(id));
	const swapped = (agent: string, { before, after }: ShiftSwap): PlacedShift[] => {
		const gone = idsOf(agent, before);
		const shifts = shiftsOf(agent);
		const left = shifts.filter(({ id }) => !gone.has(id));
		if (left.length !== shifts.length - gone.size)
			throw new RangeError(`Editing a roster: "${agent}" has not all of the shifts ${[...gone].join(', ')}.`);
		const come = after.filter((shift) => shift.agent === agent);
		if (come.some(({ id }) => left.some((shift) => shift.id === id)))
			throw new RangeError(`Editing a roster: "${agent}" has a shift that is to come already.`);
		return [...left, ...come].sort(
			(a, b) => a.day * DAY_MINUTES + a.startMinute - (b.day * DAY_MINUTES + b.startMinute)
		);
	};

	return {
		skills,
		days: horizon.days,
		intervalsPerDay: demand.intervalsPerDay,
		apply(swap) {
			const touched = new Set([...swap.before, ...swap.after].map(({ agent }) => agent));
			// All are tried before anything changes.
			const next = [...touched].map((agent) => ({ agent, shifts: swapped(agent, swap) }));
			for (const { agent, shifts } of next) {
				const gone = idsOf(agent, swap.before);
				for (const shift of shiftsOf(agent)) if (gone.has(shift.id)) work(shift, 'remove');
				shiftsBy.set(agent, shifts);
				standings.delete(agent);
			}
			for (const shift of swap.after) work(shift, 'add');
			whole.touch([...swap.before, ...swap.after].map(({ day }) => day));
		},
		shiftsOf,
		brokenBy: (agent) => standingOf(agent).violations,
		wouldBreak: (agent, swap) => judge(agent, swapped(agent, swap)).violations,
		brokenByAll: () => whole.violations(),
		violations: () => [...everybody().flatMap(({ violations }) => violations), ...whole.violations()],
		cost() {
			let cost = cover.total();
			for (const standing of everybody()) cost += standing.cost;
			return cost;
		},
		required: (lane, interval) => demand.required[lane * demand.intervals + interval]!,
		scheduled: (lane, interval) => cover.people(lane, interval),
		isBounded: () =>
			everybody().every(({ violations, unknown }) => violations.length === 0 && unknown === 0) &&
			whole.violations().length === 0
	};
}

const idsOf = (agent: string, shifts: readonly PlacedShift[]): Set<string> =>
	new Set(shifts.filter((shift) => shift.agent === agent).map(({ id }) => id));

/** Rules that are broken after an edit on a day on which they were not before it; one that stays broken is none of them. */
export function brokenAnew(before: readonly Violation[], after: readonly Violation[]): Violation[] {
	const keyOf = ({ rule, agent, day }: Violation): string => `${rule} ${day} ${agent}`;
	const known = new Set(before.map(keyOf));
	return after.filter((violation) => !known.has(keyOf(violation)));
}
