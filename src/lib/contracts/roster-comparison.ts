import type { PublishedShift } from './publishing.ts';
import type { AskedRun } from './rostering.ts';

/** One of two rosters that are held against each other. */
export interface RosterSide {
	id: string;
	name: string;
	status: 'draft' | 'published';
	fromAt: number;
	toAt: number;
	basedOn: string | null;
	asked: AskedRun | null;
	/** Cost of the stored shifts by its own weights, counted again just now. */
	objective: number;
	/** Proved by the run; null where none was. */
	lowerBound: number | null;
	gap: number | null;
	people: number;
	paidHours: number;
	/** Agent-hours below and above the requirement. */
	shortHours: number;
	overHours: number;
	preferences: { met: number; asked: number };
	violations: { rule: string; agent: string | null; day: number | null; text: string }[];
}

export type FairMeasure = 'hours' | 'nights' | 'weekends';

/** What one person works in a roster. */
export interface PersonLoad {
	hours: number;
	shifts: number;
	/** Shifts with three hours or more between 22:00 and 06:00. */
	nights: number;
	/** Shifts that begin on a Saturday or Sunday. */
	weekends: number;
}

/** How evenly something is shared: over everybody who could be planned. */
export interface Spread {
	least: number;
	most: number;
	mean: number;
	/** Standard deviation. */
	deviation: number;
}

export interface ComparedPerson {
	agentId: string;
	name: string;
	/** Null: not in that roster. */
	a: PersonLoad | null;
	b: PersonLoad | null;
	/** Days whose shifts differ. */
	changedDays: number;
}

export interface RosterComparison {
	a: RosterSide;
	b: RosterSide;
	timeZone: string;
	intervalSeconds: number;
	/** The second's cost by the first's weights; null where the weights are the same. */
	bByWeightsOfA: number | null;
	/** Whether both are for the same requirement. */
	isSameDemand: boolean;
	days: {
		date: string;
		startAt: number;
		a: { shortHours: number; overHours: number };
		b: { shortHours: number; overHours: number };
	}[];
	/** People by interval and skill; null where the roster does not cover it. */
	intervals: {
		at: number;
		skillId: string | null;
		required: number;
		a: number | null;
		b: number | null;
	}[];
	skills: { id: string; name: string }[];
	fairness: { measure: FairMeasure; a: Spread; b: Spread }[];
	people: ComparedPerson[];
	/** By person and day. */
	changes: {
		agentId: string;
		name: string;
		date: string;
		before: PublishedShift[];
		after: PublishedShift[];
	}[];
}
