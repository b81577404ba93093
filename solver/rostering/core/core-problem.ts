/**
 * The one formulation behind every kind of roster: each agent chooses one option a day (0 = off, k = work of
 * kind k) under rules on the sequence; the options of all agents together cover cells, and cells and choices
 * have a cost. Every hard rule but the minimum staff concerns one agent alone, so an agent's best plan against the
 * others is found exactly (see `search/plan-search.ts`), and a roster is feasible whenever each plan is and the floors
 * of minimum staff (`core/floor-cover.ts`) are reached.
 */
export interface CoreProblem {
	days: number;
	/** Kinds of work are numbered 1..kinds. */
	kinds: number;
	/** Paid minutes of each kind; index 0 (off) is 0. */
	kindMinutes: Int32Array;
	agents: AgentRules[];
}

/** A stretch of days [from, to) with its own totals; windows of an agent partition the horizon. */
export interface TotalsWindow {
	from: number;
	to: number;
	minMinutes: number;
	maxMinutes: number;
	/** Most days worked within the window. */
	maxShifts: number;
}

/** A stretch of days [from, to) beside the windows, which may overlap others. */
export interface TotalsSpan {
	from: number;
	to: number;
	minMinutes: number;
	/** Infinity for no limit. */
	maxMinutes: number;
}

/** Rules on what follows what that need more than the kind of the day before; data alone, so that it can be compared. */
export interface SequenceRules {
	/** isNight[k] is 1 for nights; most and least of them in a row (a run at an edge of the horizon may be shorter). */
	nights: { isNight: Uint8Array; most: number; least: number } | null;
	wholeWeekends: boolean;
	/** Start minute of each kind, and how far apart starts may lie between two resets. */
	spread: { starts: Int32Array; minutes: number; per: 'week' | 'run' } | null;
	/** Days in a row that no plan may have: of each, the options that match, as masks over them. */
	patterns: Uint8Array[][];
	/** Least minutes without work within each whole week; starts and ends in minutes of the day a shift begins. */
	weeklyRest: { minutes: number; starts: Int32Array; ends: Int32Array } | null;
}

/** The rules one agent's plan must keep; a plan is one option for every day. */
export interface AgentRules {
	name: string;
	/** allowed[day * (kinds + 1) + k] is 1 when the agent may take option k that day; [.. + 0] is off. */
	allowed: Uint8Array;
	/** cost[day * (kinds + 1) + k]: what the choice costs in itself (preferences, pay). */
	cost: Float64Array;
	/** follows[a * (kinds + 1) + b] is 1 when kind b may be worked the day after kind a. */
	follows: Uint8Array;
	windows: TotalsWindow[];
	maxConsecutive: number;
	/** Runs of work or rest that touch an edge of the horizon may be shorter than these two. */
	minConsecutive: number;
	minConsecutiveOff: number;
	/** Most weekends with work on Saturday or Sunday; Infinity for no limit. */
	maxWeekends: number;
	/** Day indexes that are Saturdays (a weekend = that day and the next). */
	isSaturday: Uint8Array;
	isSunday: Uint8Array;
	/** maxOfKind[k]: most days of kind k in the horizon; Infinity for no limit. */
	maxOfKind: Float64Array;
	spans?: TotalsSpan[];
	sequences?: SequenceRules;
	/** What was published, and what it costs once that any day is otherwise (`search/charged-search.ts`). */
	standing?: { plan: Plan; charge: number };
}

/** A plan: the option (0 = off) of each day. */
export type Plan = Int16Array;

/** What an agent's plan costs beside its days: being otherwise than published. */
export const planCharge = ({ standing }: AgentRules, plan: Plan): number =>
	standing && !plan.every((kind, d) => kind === standing.plan[d]) ? standing.charge : 0;
