import type { FeedWords } from './feed.ts';

/**
 * Of leave: `asked` waits for a planner and holds its place; `waiting` stands on the wait-list; `withdrawn` by the agent,
 * `declined` by a planner, also after it was approved.
 */
export const LEAVE_STATES = ['asked', 'waiting', 'approved', 'declined', 'withdrawn'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

/** A kind of leave. Its allowance and what is taken of it are counted in its unit. */
export interface LeaveKind {
	id: string;
	name: FeedWords;
	unit: 'days' | 'hours';
	/** Of a whole year, for those without an allowance of their own; null: no limit. */
	yearly: number | null;
	/** Whether it takes one of the places that a day has. */
	takesPlace: boolean;
}

export interface LeaveTerms {
	kinds: LeaveKind[];
	/** Whether what fits is approved at once. */
	isAutomatic: boolean;
	/** Of a week's days of leave no more than so many are taken from the allowance. */
	daysPerWeek: number;
}

/** Why a request cannot be granted as things stand. Amounts in the kind's unit. */
export type LeaveObstacle =
	| { kind: 'full'; date: string; places: number; held: number }
	| { kind: 'allowance'; year: number; left: number; wanted: number };

/** Of one agent, kind and calendar year, in the kind's unit. */
export interface LeaveBalance {
	kindId: string;
	year: number;
	/** For the part of the year that the person is employed; null: no limit. */
	entitled: number | null;
	carried: number;
	/** Local date until which what was carried over can be taken; null: the whole year. */
	carriedUntil: string | null;
	approved: number;
	asked: number;
	waiting: number;
	/** What can still be asked for; null: no limit. What waits is not counted. */
	left: number | null;
}

/** How much leave a day may carry, in heads or as a share of the people meant. */
export interface LeaveLimit {
	id: string;
	/** Null with `skillId` null: everybody. */
	teamId: string | null;
	skillId: string | null;
	/** Local dates; null: open to that side. */
	fromDate: string | null;
	toDate: string | null;
	heads: number | null;
	/** 0–1; its heads are rounded down. */
	share: number | null;
}

export const SWAP_STATES = ['open', 'accepted', 'done', 'withdrawn', 'declined', 'expired'] as const;
/** Of an offered shift: `accepted` by a colleague and waiting for a planner. */
export type SwapState = (typeof SWAP_STATES)[number];

/** Of a colleague: left out before anyone is asked (`unfit`), asked, or with an answer. */
export const CANDIDATE_STATES = ['unfit', 'asked', 'refused', 'accepted'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

export interface SwapTerms {
	/** Whether an accepted swap is carried out at once. */
	isAutomatic: boolean;
	/** Before its shift begins an offer ends. */
	leastHoursAhead: number;
	/** An offer that nobody takes ends after this. */
	openDays: number;
}

export const AVAILABILITY_STATES = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];

/** Minutes of the day from 00:00; what passes midnight goes on counting. */
export interface WeekRange {
	/** 0 = Monday … 6 */
	weekday: number;
	fromMinute: number;
	toMinute: number;
}

/** Shifts that a wish can be about: by when they begin, and how long they are. */
export const SHIFT_WISHES = ['early', 'late', 'night', 'full', 'short', 'half'] as const;
export type ShiftWish = (typeof SHIFT_WISHES)[number];

/** A wish of weight `points`: for or against a weekday or a kind of shift, or off on a date. */
export type Wish = { points: number } & (
	| { about: 'weekday'; kind: 'prefer' | 'avoid'; weekday: number }
	| { about: 'shift'; kind: 'prefer' | 'avoid'; shift: ShiftWish }
	| { about: 'off'; date: string }
);

export interface WishTerms {
	/** Points that everybody may spread over their wishes. */
	points: number;
	/** Whether being available less needs a planner's consent. */
	reducingNeedsConsent: boolean;
}
