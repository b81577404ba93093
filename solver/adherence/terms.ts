/** What a schedule says that a person does. */
export const ACTIVITIES = ['work', 'break', 'lunch', 'training', 'meeting'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** An instant is milliseconds since 1970 UTC; a span holds its start and not its end. */
export interface Span {
	fromMs: number;
	toMs: number;
}

/** Something off the queues within a shift; without a kind it is a break. */
export interface PlannedPart {
	startAt: number;
	endAt: number;
	kind?: 'break' | 'lunch' | 'training' | 'meeting';
}

export interface PlannedShift<Part extends PlannedPart = PlannedPart> {
	startAt: number;
	endAt: number;
	breaks: readonly Part[];
}

/** One planned activity of one person. */
export interface Segment extends Span {
	activity: Activity;
}

export interface StateSpan extends Span {
	state: string;
}

export interface AdherenceTerms {
	/** Activities that a state is right for; a state that is left out is right for none. */
	fits: Readonly<Record<string, readonly Activity[]>>;
	/** A departure that lasts no longer than this is none, by the activity that was planned. */
	graceSeconds: Readonly<Record<Activity, number>>;
}

/** Why a stretch is an exception, by what was planned before and after it. */
export type ExceptionKind =
	/** Signed off for the whole of a shift that is over. */
	| 'absent'
	/** Not signed on when the shift began. */
	| 'late'
	/** Signed off before the shift ended. */
	| 'left-early'
	/** Signed off in the middle of it. */
	| 'offline'
	/** A pause or an activity went on beyond its end. */
	| 'overstayed'
	/** A pause began before its time. */
	| 'early-break'
	/** A pause where none was planned. */
	| 'unplanned-break'
	/** At work when a pause should have begun. */
	| 'late-break'
	/** Back at work before the pause was over. */
	| 'early-back'
	/** Something else than was planned. */
	| 'off-plan'
	/** At work where nothing is planned: told, and not counted. */
	| 'unscheduled';

export interface Exception extends Span {
	kind: ExceptionKind;
	/** Null: nothing is planned. */
	planned: Activity | null;
	/** Where the planned activity ends, or the shift of who is signed off; the stretch's own end where nothing is planned. */
	plannedToMs: number;
	/** The latest state within the stretch. */
	state: string;
	/** It goes on: its end is only the present. */
	isOngoing: boolean;
	/** The part of it that has been excused, in seconds. */
	excusedSeconds: number;
}

/** Where each scheduled second went; the last five add up to the first. */
export interface AdherenceSeconds {
	scheduled: number;
	adherent: number;
	/** Departures too short to count. */
	grace: number;
	exception: number;
	excused: number;
	/** No state is known. */
	unknown: number;
	/** Planned on the queues, and on them, planned or not; where a state is known. */
	scheduledOnQueue: number;
	onQueue: number;
}
