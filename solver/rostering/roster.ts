import type { Violation } from './rules/rule.ts';

/** A solved roster, as written to JSON. */
export interface Roster {
	assignments: RosterAssignment[];
}

export interface RosterAssignment {
	agent: string;
	/** Day of the horizon on which the shift begins. */
	day: number;
	date: string;
	shift: string;
	/** Local minutes from 00:00 of `date`; the end may pass 1440. */
	startMinute: number;
	endMinute: number;
}

/** People in an interval; where agents have several skills they are allotted at least cost. */
export interface RosterCover {
	day: number;
	fromMinute: number;
	skill: string | null;
	required: number;
	scheduled: number;
}

export type RosterStatus = 'optimal' | 'feasible' | 'infeasible' | 'timed-out';

export interface RosterResult extends Roster {
	status: RosterStatus;
	/** null without a roster. */
	objective: number | null;
	lowerBound: number | null;
	gap: number | null;
	cover: RosterCover[];
	violations: Violation[];
	/** In words: why there is no roster, or where and why it is short. */
	reasons: string[];
	seconds: number;
	steps: number;
}
