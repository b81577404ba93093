import type { Period } from './conversations.ts';

/** A customer who comes back within so many days was not helped. */
export const RETURN_WINDOWS = [1, 3, 7] as const;
export type ReturnWindowDays = (typeof RETURN_WINDOWS)[number];

export interface BotQuery {
	period: Period;
	bot: string | null;
	queue: string | null;
	intent: string | null;
	language: string | null;
	windowDays: ReturnWindowDays;
}

/** Bot conversations added up; null = nothing to compute it from. */
export interface BotSums {
	/** Conversations that began in the period. */
	sessions: number;
	/** Of those, whose intent was told by the customer's words alone. */
	guessedIntent: number;
	/** Not ended yet, or their end was never told. */
	unfinished: number;
	/** As their source told them: these add up with `unfinished` to `sessions`. */
	resolved: number;
	escalated: number;
	left: number;
	/** Resolved or left, and no person ever answered the contact. */
	withoutPerson: number;
	/** Of those, whose customer began another contact within the window. */
	returned: number;
	/** Of those, whose customer is not known: whether they came back cannot be told. */
	unknownCustomer: number;
	/** Closed without a person and without a return ÷ closed. */
	containment: number | null;
	/** Closed without a person ÷ closed. */
	containmentRaw: number | null;
	escalationRate: number | null;
	turns: number;
	turnsPerSession: number | null;
	/** Turns of which the bot told whether it understood. */
	toldTurns: number;
	understoodShare: number | null;
	/** Mean over conversations, −5…+5, and how many stand behind it. */
	moodWithBot: number | null;
	moodWithBotCount: number;
	/** Of the passed on that a person answered: with that person. */
	moodWithPerson: number | null;
	moodWithPersonCount: number;
	/** With the person less with the bot, over conversations that have both. */
	moodChange: number | null;
	moodChangeCount: number;
}

export type BotGrouping = 'bot' | 'queue' | 'intent' | 'language';
export interface BotGroup extends BotSums {
	/** Null: not told. */
	id: string | null;
	name: string | null;
}

/** What happened at turn k of the conversations that got that far. */
export interface FunnelTurn {
	turn: number;
	reached: number;
	understood: number;
	failed: number;
	/** The conversation ended with this turn: resolved, passed to a person, left, or not ended yet. */
	resolved: number;
	escalated: number;
	left: number;
	unfinished: number;
	/** Went on to the next turn. */
	wentOn: number;
}

export interface EscalationReason {
	/** As the bot told it; null: not told. */
	reason: string | null;
	count: number;
	share: number;
}

export interface BotsView {
	query: BotQuery;
	total: BotSums;
	groups: Record<BotGrouping, BotGroup[]>;
	reasons: EscalationReason[];
	funnel: FunnelTurn[];
	/** Conversations longer than the funnel shows. */
	beyond: number;
}
