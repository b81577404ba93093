/** The channels of METRICS: voice is exclusive by nature, the rest may be handled several at a time. */
export type Channel = 'voice' | 'chat' | 'messaging' | 'email' | 'social';
export const CHANNELS: readonly Channel[] = ['voice', 'chat', 'messaging', 'email', 'social'];

export type Language = 'en' | 'es';
export const LANGUAGES: readonly Language[] = ['en', 'es'];

/** A span of local time on given weekdays (0 = Monday … 6 = Sunday); an end past 86,400 runs into the next day. */
export interface LocalSpan {
	weekdays: number[];
	startSeconds: number;
	endSeconds: number;
}

export interface ArrivalShape {
	/** Expected contacts in one week, before bots take their share. */
	weeklyVolume: number;
	/** Seven relative weights, Monday first. */
	weekdayShape: number[];
	/** Relative weights of equal parts of the local day (24, 48, 96 …: any number that divides 1,440). */
	intervalShape: number[];
}

export interface ScenarioQueue {
	id: string;
	name: string;
	channel: Channel;
	/** The skill that an agent must have. */
	skill: string;
	/** The customers' language; agents who state their languages must speak it. */
	language: Language;
	arrivals: ArrivalShape;
	/** When the queue takes contacts; null = always. Arrivals outside are not drawn. */
	openingHours: LocalSpan[] | null;
	/** Mean handle time: talk + hold + after-contact work. */
	ahtSeconds: number;
	/** Coefficient of variation of talk + hold (and of after-contact work). */
	ahtCv: number;
	/** `exponential` ignores `ahtCv`: the textbook case. */
	ahtDistribution: 'lognormal' | 'exponential';
	/** Mean after-contact work, part of `ahtSeconds`. */
	acwSeconds: number;
	/** Share of talk time that customers spend on hold, 0 to 0.25; drawn for voice only. */
	holdShare: number;
	/** Mean of the exponential patience; null = nobody gives up. */
	patienceSeconds: number | null;
	/** After this wait a contact flows out to `overflowTo`; null = never. */
	maxWaitSeconds: number | null;
	overflowTo: 'callback' | 'voicemail';
	serviceLevel: { share: number; thresholdSeconds: number };
	/** Weight of its waiting contacts, > 0: see `chooseContact`. */
	priority: number;
	/** At most this many of its contacts at once for one agent. */
	concurrency: number;
	/** Share of contacts that a bot greets, and the share of those that it resolves alone. */
	botShare: number;
	botContainment: number;
	/** Share of answered contacts passed on to another queue. */
	transferShare: number;
	/** Where transfers go; empty = any queue of the same channel and language. */
	transferTo: string[];
	/** Relative weights of the reasons that customers have. */
	intents: Record<string, number>;
}

export interface AgentShift extends LocalSpan {
	/** Pauses as offsets from the shift's start. */
	breaks: { atSeconds: number; durationSeconds: number }[];
	lunch: { atSeconds: number; durationSeconds: number } | null;
	/** Planned off-queue work. */
	activities: {
		kind: 'training' | 'meeting';
		atSeconds: number;
		durationSeconds: number;
		weekdays: number[];
	}[];
}

export interface ScenarioAgent {
	id: string;
	name: string;
	team: string;
	skills: { skill: string; proficiency: number }[];
	/** Languages spoken; null = any. */
	languages: Language[] | null;
	/** Empty = always on duty. */
	shifts: AgentShift[];
	/** Contacts of a channel that fill this agent; channels not named take one at a time. */
	concurrency: Partial<Record<Channel, number>>;
	/** How this person differs from others of equal proficiency; left out = not at all. */
	habits?: AgentHabits;
}

/** Factors (1 = as others) on talk, chance of hold, of transfer and after-contact work; differences (0 = as others) else. */
export interface AgentHabits {
	talk?: number;
	hold?: number;
	transfer?: number;
	wrap?: number;
	/** Added to the chance that the contact is resolved. */
	resolve?: number;
	/** Added to the customer's mood at the end. */
	warmth?: number;
	/** Only with these reasons; left out = with all. */
	intents?: string[];
}

export interface ScenarioBot {
	id: string;
	name: string;
	channels: Channel[];
	languages: Language[];
	/** Mean time of one question and answer. */
	turnSeconds: number;
	/** Share of turns that the bot does not understand. */
	failShare: number;
}

export interface ScenarioSite {
	name: string;
	/** IANA name, carried for display only. */
	timeZone: string;
	/** Local time − UTC, used when the caller gives no function of the instant. */
	utcOffsetSeconds: number;
	/** Standard deviation of the log of a day's factor on volume, common to all queues. */
	dayVariation: number;
	/** Share of shifts for which an agent does not come. */
	absence: number;
	/** Standard deviation of the start of a shift or pause around its plan. */
	punctualitySeconds: number;
	/** Mean time between offer and answer for voice (a third of it for other channels). */
	answerDelaySeconds: number;
	/** Handle time is multiplied by 1 + effect × (0.75 − proficiency). */
	proficiencyEffect: number;
	/** Share of ended contacts that answer a survey. */
	surveyShare: number;
}

/** A whole contact centre. Seconds, fractions 0–1, local time of the site's zone. */
export interface Scenario {
	site: ScenarioSite;
	queues: ScenarioQueue[];
	agents: ScenarioAgent[];
	bots: ScenarioBot[];
	customers: {
		/** Size of the pool of customers of each language. */
		poolSize: number;
		/** Share of contacts that come from someone whose last contact was not resolved. */
		repeatShare: number;
	};
}
