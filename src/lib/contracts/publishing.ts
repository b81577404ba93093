/** A shift as it was published. */
export interface PublishedShift {
	startAt: number;
	endAt: number;
	/** Off the queues within it. */
	breaks: {
		startAt: number;
		endAt: number;
		isPaid: boolean;
		kind?: 'break' | 'lunch' | 'training' | 'meeting';
	}[];
}

/** One local day of one person that is otherwise than it was: either side is empty on a day off. */
export interface DayDifference {
	/** YYYY-MM-DD */
	date: string;
	before: PublishedShift[];
	after: PublishedShift[];
}

export interface PublicationDetail {
	/** To the agents; empty: none. */
	note: string;
	/** Why a roster that breaks rules was published all the same; empty: it breaks none. */
	reason: string;
}

/** What a publication or its taking back did to one's own schedule. */
export interface OwnPublication {
	id: string;
	version: number;
	kind: 'publish' | 'take-back';
	publishedAt: number;
	note: string;
	differences: DayDifference[];
	acknowledgedAt: number | null;
	/** Still to come, in force and not acknowledged. */
	isPending: boolean;
}

/** Who knows of a publication. */
export interface PublicationAgent {
	agentId: string;
	name: string;
	hasAccount: boolean;
	/** Null: nothing changed. */
	differences: DayDifference[] | null;
	toldAt: number | null;
	seenAt: number | null;
	acknowledgedAt: number | null;
	remindedAt: number | null;
}

export interface PublicationView {
	id: string;
	version: number;
	kind: 'publish' | 'take-back';
	/** Null: the system, or an account that is gone. */
	byName: string | null;
	publishedAt: number;
	withdrawnAt: number | null;
	note: string;
	reason: string;
	/** Those whom it changed something for, by name. */
	agents: PublicationAgent[];
	unchanged: number;
}

/** What publishing a roster now would do. */
export interface PublicationPreview {
	/** The newest version of all: publishing refuses where another has come since. */
	latestVersion: number;
	/** Whom it changes something for, by name; days that are over are not counted. */
	agents: PublicationAgent[];
	unchanged: number;
	/** Start of the first day that changes; null: none does. */
	firstChangedAt: number | null;
	/** Days of notice that the centre gives. */
	noticeDays: number;
	/** People with a change within them, and their changed days. */
	withinNotice: { people: number; days: number };
	violations: { rule: string; agent: string | null; day: number | null; text: string }[];
	/** Rosters that are published for some of these days. */
	replaces: { id: string; name: string }[];
}

/** One entry of what became of a roster; edits by hand have a log of their own. */
export interface TrailEntry {
	id: number;
	at: number;
	byName: string | null;
	action: string;
	/** What of it says something by itself. */
	name: string | null;
	note: string | null;
	people: number | null;
	changedDays: number | null;
	reason: string | null;
}
