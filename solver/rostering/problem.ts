import type { Contract } from './contract.ts';

export type * from './contract.ts';

/** A rostering problem, as checked by `parseProblem`. Minutes are local wall-clock minutes from the day's 00:00. */
export interface RosterProblem {
	version: 1;
	/** First local date and number of days; day 0 is `start`. */
	horizon: { start: string; days: number };
	intervalMinutes: 5 | 10 | 15 | 30;
	agents: RosterAgent[];
	shifts: ShiftTemplate[];
	demand: RosterDemand[];
	weights: RosterWeights;
	/** Beside the templates: shifts that one agent alone may work, on one day. */
	options?: OwnShift[];
	/** Days that are decided. */
	fixed?: FixedDay[];
	/** Published shifts that have begun. */
	begun?: BegunShift[];
	activities?: FixedActivity[];
	/** What was announced; a day without a shift was announced as off. Left out: nothing was. */
	published?: PublishedShift[];
	/** People who must be there, whatever the demand is. */
	minimumStaff?: MinimumStaff[];
	/** By skill: below this proficiency a person does not count for it. Left out: anything above 0 counts. */
	minProficiency?: Record<string, number>;
}

/** At every moment of the stretch at least so many people who know the skill (null: people at all) are at work. */
export interface MinimumStaff {
	day: number;
	fromMinute: number;
	toMinute: number;
	skill: string | null;
	agents: number;
}

/** Its id is no other's, and its shape no template's or other option's of that agent and day. */
export interface OwnShift extends ShiftTemplate {
	agent: string;
	day: number;
}

/** A day that can't be changed any more. `shift` is a template's or an own shift's id; null is off. */
export interface FixedDay {
	agent: string;
	day: number;
	shift: string | null;
}

export interface PublishedShift {
	agent: string;
	day: number;
	shift: string;
}

/** The shift published for that day runs: it keeps its start and all that lies before `untilMinute` of the day. */
export interface BegunShift {
	agent: string;
	day: number;
	untilMinute: number;
}

/** An activity that can't be moved: the shift of that day has a part of this kind at this very time. */
export interface FixedActivity {
	agent: string;
	day: number;
	fromMinute: number;
	toMinute: number;
	kind: ShiftPartKind;
}

export interface RosterAgent {
	id: string;
	name: string;
	skills: { skill: string; proficiency: number }[];
	contract: Contract;
	/** null: at any time. Otherwise the ranges of each day; a day without one is unavailable. */
	availability: { day: number; fromMinute: number; toMinute: number }[] | null;
	/** Days of leave or agreed rest: no shift may begin. */
	daysOff: number[];
	preferences: RosterPreference[];
}

/** Costs `weight` when a `prefer` is not met or an `avoid` is. */
export interface RosterPreference {
	day: number;
	kind: 'prefer' | 'avoid';
	/** A template's id, `off`, or `work` for any shift. */
	shift: string;
	weight: number;
}

export interface ShiftTemplate {
	id: string;
	/** 0–1439; the shift may pass midnight. */
	startMinute: number;
	lengthMinutes: number;
	breaks: ShiftPart[];
	/** Days on which it may begin; null for every day. */
	days: number[] | null;
}

/** Time off the queues within a shift; which kind of it only matters to those who read the schedule. */
export interface ShiftPart {
	offsetMinute: number;
	lengthMinutes: number;
	paid: boolean;
	kind?: ShiftPartKind;
}

export const SHIFT_PART_KINDS = ['break', 'lunch', 'training', 'meeting'] as const;
export type ShiftPartKind = (typeof SHIFT_PART_KINDS)[number];

/** People needed in one interval. skill null: work that any agent can do. An agent counts for one skill at a time. */
export interface RosterDemand {
	day: number;
	fromMinute: number;
	skill: string | null;
	agents: number;
}

/** Cost of each agent-hour. */
export interface RosterWeights {
	/** Short of the demand. */
	under: number;
	/** Above the demand. */
	over: number;
	/** Added to `under` for shortfall beyond `deepShare` of an interval's demand. */
	deepUnder: number;
	deepShare: number;
	/** Multiplies the weights of preferences. */
	preference: number;
	/** Of each paid hour. */
	paidHour: number;
	/** Of each day that is otherwise than published, but for fixed ones; 0 when left out, as the next two. */
	changedDay?: number;
	/** Of each hour in which such a day has the agent on the queues and the published one has not, or the reverse. */
	changedHour?: number;
	/** Of each agent with such a day. */
	changedPerson?: number;
}

/** Paid minutes of a template. */
export const paidMinutes = (shift: Pick<ShiftTemplate, 'lengthMinutes' | 'breaks'>): number =>
	shift.lengthMinutes - shift.breaks.reduce((sum, b) => sum + (b.paid ? 0 : b.lengthMinutes), 0);

/** Every shift that somebody may work: the templates, then the agents' own. */
export const allShifts = (problem: Pick<RosterProblem, 'shifts' | 'options'>): ShiftTemplate[] => [
	...problem.shifts,
	...(problem.options ?? [])
];

/** Whether an agent counts for work of a skill; null is work that anyone can do. */
export const canDo = (
	{ minProficiency = {} }: Pick<RosterProblem, 'minProficiency'>,
	agent: Pick<RosterAgent, 'skills'>,
	skill: string | null
): boolean =>
	skill === null ||
	agent.skills.some(
		(own) => own.skill === skill && own.proficiency > 0 && own.proficiency >= (minProficiency[skill] ?? 0)
	);
