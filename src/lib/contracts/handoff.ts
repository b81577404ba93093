import type {
	HandoffReason,
	HandoffRule,
	HandoffRules,
	RankReason,
	RefusalReason
} from '#solver/routing/index.ts';
import type { Named } from './contact.ts';
import type { AgentState, Channel, Party } from './terms.ts';

export type { HandoffReason, HandoffRule, HandoffRules, RankReason, RefusalReason };

/** Something that a bot checked or was told, personal numbers masked. */
export interface Fact {
	name: string;
	value: string;
}

/** One exchange of a customer with a bot. */
export interface BotStep {
	at: number;
	asked: string | null;
	answered: string | null;
	/** Null: the source does not say. */
	understood: boolean | null;
}

/** A message by its place in the contact's transcript. */
export interface CardMessage {
	index: number;
	at: number;
	party: Party;
	text: string;
}

export interface SummaryLine extends CardMessage {
	role: 'problem' | 'fact' | 'request' | 'outcome';
}

export type PastOutcome =
	'resolved' | 'unresolved' | 'answered' | 'bot' | 'abandoned' | 'flowed-out' | 'open';

export interface PastContact {
	id: string;
	at: number;
	channel: Channel | null;
	intent: string | null;
	agent: Named | null;
	outcome: PastOutcome;
	csat: number | null;
}

/** Who has the contact now. */
export type HandoffStage = 'bot' | 'waiting' | 'person' | 'over';

/** What the centre's agents may answer to a reason for contact. */
export interface Answer {
	id: string;
	intent: string;
	language: 'en' | 'es';
	text: string;
}

/** All that a person who takes over a contact needs to know; everything from events, nothing made up. */
export interface HandoffCard {
	contact: string;
	stage: HandoffStage;
	channel: Channel | null;
	queue: Named | null;
	agent: Named | null;
	customer: { id: string | null; name: string | null; language: string | null; value: number | null };
	/** `probability` is null where the source said it, which is then certain to us. */
	intent: { name: string | null; from: 'source' | 'words' | null; probability: number | null };
	/** Why the bot's conversation needs a person, and since when. */
	decision: { at: number; reasons: HandoffReason[] } | null;
	/** What the bot's platform gave as its reason. */
	escalation: { at: number; reason: string | null; bot: string | null } | null;
	tried: BotStep[];
	verified: Fact[];
	told: Fact[];
	summary: SummaryLine[];
	moods: { at: number; score: number }[];
	/** What the customer wrote after the bot had handed on and before a person answered. */
	unanswered: CardMessage[];
	/** Messages of a bot after a person had the contact: a fault of the source. */
	lateBot: CardMessage[];
	past: PastContact[];
	/** In the customer's language where it is English or Spanish. */
	firstWords: { language: 'en' | 'es'; text: string };
	/** The centre's own answers to this reason for contact, in that language. */
	answers: Answer[];
}

/** An agent for a contact, and why, in numbers and in words. */
export interface RouteAgent {
	agent: string;
	name: string;
	score: number;
	state: AgentState | null;
	hasRoom: boolean;
	/** 0 = now; null = not known. */
	expectedFreeSeconds: number | null;
	reasons: (RankReason & { sentence: string })[];
}

export interface RouteRefusal {
	agent: string;
	name: string;
	reasons: (RefusalReason & { sentence: string })[];
}

/** The answer of `POST /api/v1/route`. */
export interface RouteAnswer {
	contact: string | null;
	/** Null: there is no conversation to judge. */
	needsPerson: boolean | null;
	reasons: (HandoffReason & { sentence: string })[];
	/** What it is about; null: nobody knows. `probability` is null where it was said. */
	subject: {
		intent: string;
		from: 'source' | 'words';
		probability: number | null;
		sentence: string;
	} | null;
	queue: { id: string; name: string; skill: string | null; sentence: string } | null;
	agents: RouteAgent[];
	refused: RouteRefusal[];
	suggestion:
		| { kind: 'offer'; agent: string; sentence: string }
		| { kind: 'wait'; agent: string; expectedFreeSeconds: number | null; sentence: string }
		| { kind: 'bot'; sentence: string }
		| { kind: 'nobody'; sentence: string };
}

/** What a set of rules would have done with past conversations. */
export interface HandoffTrial {
	/** Conversations with a bot over the period. */
	conversations: number;
	needed: number;
	byRule: Record<string, number>;
	/** Of those that the rules send to a person, what really became of them. */
	escalated: number;
	contained: number;
	/** Escalated by the bot although no rule asked for it. */
	escalatedWithout: number;
	/** Mean turns of the customer before the decision. */
	turnsBefore: number | null;
}
