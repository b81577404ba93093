import type { DayWishes } from './day-input.ts';

type Part = {
	startAt: number;
	endAt: number;
	isPaid: boolean;
	kind?: 'break' | 'lunch' | 'training' | 'meeting';
};

/** One change of one person's day, as `recordChange` takes it. */
export interface DayMove {
	kind: 'moved' | 'cancelled' | 'extended' | 'leaves' | 'called';
	fromAt: number;
	toAt: number;
	movedTo: number | null;
	/** Of `moved` and `cancelled`: what it is. */
	activity: NonNullable<Part['kind']> | null;
	/** Of `called`: off the queues within the shift. */
	parts: Part[] | null;
}

/** A person's week with the change, beside what the contract allows; hours. */
export interface RulesKept {
	dayHours: number;
	maxDayHours: number;
	weekHours: number;
	maxWeekHours: number;
	/** Until the next shift; null when there is none within a week. */
	restHours: number | null;
	minRestHours: number;
}

export interface DayPerson {
	agentId: string;
	name: string;
	/** In the order in which they are made. */
	moves: DayMove[];
	/** Agent-hours by which the day would be shorter of people without this person's change. */
	savesHours: number;
	rules: RulesKept;
}

/** The day with so many people touched. */
export interface DayChoice {
	touched: number;
	shortHours: number;
	overHours: number;
	people: DayPerson[];
	/** All queues together; `short` counts each skill by itself. */
	cover: { at: number; required: number; scheduled: number; short: number }[];
}

/** What a re-optimisation of a day proposes: ever more people for ever better cover; the first is doing nothing. */
export interface DayProposal {
	/** Local date. */
	day: string;
	/** The floor's time at which it was made, and from when on something changes. */
	madeAt: number;
	changesFrom: number;
	wishes: DayWishes;
	intervalSeconds: number;
	choices: DayChoice[];
	/** People who could have been asked. */
	asked: number;
	/** Their week breaks a rule as it stands: left as they are. */
	leftAlone: { agentId: string; name: string }[];
	/** Scheduled now and signed off: counted as not coming. */
	missing: { agentId: string; name: string }[];
	/** What stood when it was made, by agent: it is applied to nothing else. */
	stood: Record<string, string>;
}
