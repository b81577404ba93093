import type { CueName } from './cues.ts';
import type { Named } from './contact.ts';
import type { Channel } from './terms.ts';

export const PERIODS = ['today', 'yesterday', '7d', '28d', 'custom'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** A stretch of whole local days; the last one may not be over yet. */
export interface Period {
	name: PeriodName;
	fromMs: number;
	toMs: number;
	/** YYYY-MM-DD in the site's zone; `toDay` is the last day in it. */
	fromDay: string;
	toDay: string;
}

export const BOT_FILTERS = ['any', 'none', 'active', 'resolved', 'escalated', 'left'] as const;
export type BotFilter = (typeof BOT_FILTERS)[number];

/** Bounds of the labels on −5…+5; unknown: nothing could be scored. */
export const MOOD_FILTERS = ['negative', 'neutral', 'positive', 'falling', 'unknown'] as const;
export type MoodFilter = (typeof MOOD_FILTERS)[number];

export const CONTACT_SORTS = ['started', 'duration', 'mood', 'shift', 'csat', 'repeats'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export interface ContactQuery {
	period: Period;
	state: 'open' | 'over' | null;
	queue: string | null;
	channel: Channel | null;
	agent: string | null;
	bot: BotFilter | null;
	language: string | null;
	intent: string | null;
	mood: MoodFilter | null;
	cue: CueName | null;
	/** Said in the transcript, each of them. */
	words: string[];
	sort: ContactSort;
	direction: 'asc' | 'desc';
	/** From 1. */
	page: number;
}

export interface ContactListRow {
	id: string;
	customer: string | null;
	channel: Channel | null;
	/** Intent and language as the source said them, else as the words tell. */
	language: string | null;
	intent: string | null;
	/** How sure the intent is where the words told it; null: the source said it, or nobody knows. */
	intentProbability: number | null;
	queue: Named | null;
	agent: Named | null;
	startedAt: number;
	endedAt: number | null;
	isOpen: boolean;
	/** From its beginning to its end; null while it is open or its end was never told. */
	durationSeconds: number | null;
	botOutcome: 'active' | 'resolved' | 'escalated' | 'left' | null;
	/** −5…+5; null where nothing could be scored. */
	mood: number | null;
	moodShift: number | null;
	moodTurns: number;
	cues: Partial<Record<CueName, number>>;
	csat: number | null;
	/** The customer's other contacts in the seven days before; null where the customer is unknown. */
	repeats: number | null;
	isDemo: boolean;
	/** The first message with the words that were looked for. */
	found: string | null;
}

export interface ContactPage {
	rows: ContactListRow[];
	total: number;
	page: number;
	pages: number;
}
