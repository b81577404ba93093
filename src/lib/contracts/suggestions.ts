import type { Named } from './contact.ts';

export const SUGGESTION_KINDS = ['route', 'escalate', 'answer'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/**
 * `open`: the contact goes on. `superseded`: another one took its place before it could be followed. `closed`: what came of it
 * is known but for whether the customer comes back. `settled`: that too.
 */
export const SUGGESTION_STATES = ['open', 'superseded', 'closed', 'settled'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** A customer who comes again within this was not helped. */
export const CAME_BACK_DAYS = 7;

/** A suggestion with what came of it; null = not known. */
export interface SuggestionRow {
	id: string;
	kind: SuggestionKind;
	contact: string;
	queue: Named | null;
	/** Whom or what it pointed at. */
	subject: Named;
	rule: string;
	version: string;
	score: number | null;
	reasons: unknown[];
	madeAt: number;
	state: SuggestionState;
	isFollowed: boolean | null;
	answeredBy: Named | null;
	waitSeconds: number | null;
	handleSeconds: number | null;
	isResolved: boolean | null;
	csat: number | null;
	moodShift: number | null;
	cameBack: boolean | null;
}

export const OUTCOMES = ['resolved', 'cameBack', 'handleSeconds', 'csat', 'moodShift'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A figure of those that were followed against those that were not; counts are those for which it is known. */
export type Comparison =
	| {
			kind: 'too-few';
			followed: { mean: number | null; count: number };
			other: { mean: number | null; count: number };
	  }
	| {
			kind: 'compared';
			followed: { mean: number; count: number };
			other: { mean: number; count: number };
			/** Followed less other, with its 95 % interval. */
			difference: number;
			low: number;
			high: number;
	  };

/** How good the suggestions of one kind, rule or queue were. */
export interface SuggestionSummary {
	key: string;
	kind: SuggestionKind;
	/** A rule, or a queue's name. */
	name: string;
	made: number;
	open: number;
	/** Judged: followed or not. */
	judged: number;
	followed: number;
	/** Share of the judged with its 95 % interval; null without any. */
	followedShare: { share: number; low: number; high: number } | null;
	outcomes: Record<Outcome, Comparison>;
}
