/** Weights of a roster's cost that a planner may set; `solver/rostering/README.md` says what each does. */
export const RUN_WEIGHTS = [
	'under',
	'over',
	'deepUnder',
	'preference',
	'changedDay',
	'changedHour',
	'changedPerson'
] as const;
export type RunWeight = (typeof RUN_WEIGHTS)[number];

/** What of a roster stays when the rest of it is searched for again. */
export interface KeptParts {
	/** Everything of these people. */
	agents: string[];
	/** Everything on these local dates. */
	days: string[];
	/** A person's one day, with its shift or off. */
	cells: { agentId: string; date: string }[];
}

/** What a run that began from another roster was asked for, against that roster. */
export interface AskedRun {
	/** People and days whose shifts were decided. */
	kept: { agents: number; days: number; cells: number };
	/** What changes were weighed against. */
	near: 'nothing' | 'published' | 'base';
	/** Only those that are otherwise than in the roster that it began from. */
	weights: { weight: RunWeight; before: number; after: number }[];
	/** Shift kinds, where they were chosen anew. */
	kinds: string[] | null;
	/** Ids of people left out, and of people who were not in that roster. */
	without: string[];
	added: string[];
}

/** People who must be at work at every moment of a stretch of some days, whatever the staffing plan asks for. */
export interface MinimumStaffRule {
	id: string;
	agents: number;
	/** Null: anybody counts. */
	skillId: string | null;
	/** Of the days on which it begins, 0 = Monday … 6, in order. */
	weekdays: number[];
	/** Local minutes of the day on which it begins; beyond 1440 it ends on the next. */
	fromMinute: number;
	toMinute: number;
	/** First and last local date on which it begins; null: there is none. */
	fromDate: string | null;
	toDate: string | null;
}
