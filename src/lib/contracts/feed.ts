import type { SessionState, GoalState } from './coaching.ts';
import type { CueName } from './cues.ts';
import type { Channel, Party } from './terms.ts';

/** What an agent is shown of their own coaching. It names no other agent. */

export interface FeedWords {
	en: string;
	es: string;
}

export const MOMENT_KINDS = [
	'hold',
	'silence',
	'mood-drop',
	'cue',
	'repeat',
	'handed-on',
	'opening',
	'ending'
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export interface MomentTurn {
	at: number;
	party: Party;
	text: string;
	language: string | null;
	/** The turn that it is about. */
	isMarked: boolean;
}

/** A place in a conversation that shows a behaviour. */
export interface Moment {
	kind: MomentKind;
	at: number;
	/** Into the conversation with the agent: where to listen. */
	afterSeconds: number;
	/** How long it lasted, of a hold or a silence. */
	seconds: number | null;
	/** What was heard in the customer's words. */
	cue: CueName | null;
	/** Of the customer's mood from one turn to the next, −2…+2. */
	moodChange: number | null;
	turns: MomentTurn[];
}

export interface FeedEvidence {
	contactId: string;
	role: 'shows-it' | 'good-own';
	/** Null: the contact is no longer kept. */
	startedAt: number | null;
	channel: Channel | null;
	queueName: string | null;
	/** Figures by metric: ln seconds, 1 or 0, a mood, a score. */
	values: Record<string, number>;
	moments: Moment[];
}

export interface FeedEffect {
	metric: string;
	now: number;
	then: number;
	thenLow: number;
	thenHigh: number;
	probabilityHelps: number;
	/** Uses that it was learned from; 0 = the catalogue's opinion. */
	uses: number;
}

export interface FeedModule {
	id: string;
	title: FeedWords;
	summary: FeedWords;
	form: string;
	agentMinutes: number;
	effects: FeedEffect[];
}

export interface FeedFinding {
	id: string;
	cause: string;
	title: FeedWords;
	signs: FeedWords;
	probability: number;
	gaps: string[];
	support: string[];
	/** Where it mostly shows; null = everywhere alike. */
	mainCase: { queueName: string; channel: Channel | null; intent: string | null } | null;
	modules: FeedModule[];
	evidence: FeedEvidence[];
	/** Null: not muted. */
	mutedUntil: number | null;
}

/** A metric over the run's period: what was reached, what was fair to expect, and where the agent truly is likely to be. */
export interface FeedMetric {
	metric: string;
	verdict: 'gap' | 'strength' | 'fair' | 'guarded' | 'thin';
	observations: number;
	reached: number;
	expected: number;
	/** The shrunk level with its 90 % interval. */
	level: number;
	low: number;
	high: number;
	/** Of `thin`: about so many more days; null = only more colleagues on the same work would do. */
	neededDays: number | null;
	/** Of `guarded`: the metric that it is the price or the fruit of. */
	guardedBy: string | null;
}

export interface FeedTrend {
	metric: string;
	/** Fair to expect on the agent's own mix of work; null = not compared yet. */
	expected: number | null;
	weeks: {
		/** Monday, YYYY-MM-DD. */
		date: string;
		at: number;
		observations: number;
		value: number;
		/** 90 % interval of chance; null where one figure a week has none. */
		low: number | null;
		high: number | null;
	}[];
}

export interface FeedGoal {
	id: string;
	sessionId: string;
	metric: string;
	from: number;
	target: number;
	byDate: string;
	state: GoalState;
	/** Since the session; null = nothing was counted yet. */
	now: number | null;
	observations: number;
	/** 0 = where it began, 1 = reached; null with `now`. */
	progress: number | null;
}

export interface FeedSession {
	id: string;
	cause: string;
	title: FeedWords;
	module: { title: FeedWords; summary: FeedWords } | null;
	metrics: string[];
	coachName: string | null;
	state: SessionState;
	startAt: number;
	endAt: number;
	/** Empty until it is held. */
	notes: string;
	heldAt: number | null;
	acknowledgedAt: number | null;
}

export interface FeedComment {
	id: string;
	sessionId: string | null;
	/** Null: the account is gone. */
	by: string | null;
	isOwn: boolean;
	text: string;
	writtenAt: number;
}

export interface FeedKudos {
	id: string;
	by: string | null;
	text: string;
	metric: string | null;
	givenAt: number;
}

/**
 * Why nothing is recommended: `no-run` nothing was compared yet; `thin` too little is known; `nothing` as good as can
 * fairly be expected; `muted` the agent has put it off.
 */
export type FeedSilence = 'no-run' | 'thin' | 'nothing' | 'muted';

export interface OwnFeed {
	agentId: string;
	/** Whose feed it is: the reader's own, or one that a coach looks at. */
	isOwn: boolean;
	run: { fromDate: string; toDate: string; computedAt: number } | null;
	silence: FeedSilence | null;
	/** The one thing to practise; null with `silence`. */
	practise: FeedFinding | null;
	/** All of them, most worth doing first, the muted ones last. */
	findings: FeedFinding[];
	metrics: FeedMetric[];
	trends: FeedTrend[];
	goals: FeedGoal[];
	sessions: FeedSession[];
	kudos: FeedKudos[];
	comments: FeedComment[];
}
