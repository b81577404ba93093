import type { AgentConfig, QueueConfig } from './config.ts';
import { AgentFold } from './fold/agent-fold.ts';
import { BotTallies } from './fold/bot-tally.ts';
import type { ContactFold } from './fold/contact-fold.ts';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { QueuePrediction } from '#lib/contracts/prediction.ts';
import { QueueTallies, type Thresholds } from './fold/queue-tally.ts';

export interface LiveContact {
	fold: ContactFold;
	/** In the order of their own time; null once the contact is over and only its counts are needed. */
	events: LoggedEvent[] | null;
	/** Mood of each message, by the index of fold.messages; null for turns that are not the customer's. */
	scores: (number | null)[];
	/** How many of the messages are stored as they are. */
	storedMessages: number;
	/** Where its mood counts; null while nothing it said has a score. */
	talksIn: Set<LiveContact> | null;
}

export interface QueueState {
	config: QueueConfig;
	source: string | null;
	tallies: QueueTallies;
	/** Conversations that a bot holds or held for it. */
	bots: BotTallies;
	waiting: Set<ContactFold>;
	handling: Set<ContactFold>;
	/** Contacts whose latest queue it is and whose words have scores. */
	talking: Set<LiveContact>;
	/** What was last foreseen of it. */
	prediction: QueuePrediction | null;
	isChanged: boolean;
}

export interface AgentLive {
	config: AgentConfig;
	source: string | null;
	fold: AgentFold;
	handling: Set<ContactFold>;
	isChanged: boolean;
}

export const limitsOf = ({ thresholdSeconds, shortAbandonSeconds }: QueueConfig): Thresholds => ({
	thresholdSeconds,
	shortAbandonSeconds
});

export const newQueue = (config: QueueConfig): QueueState => ({
	config,
	source: null,
	tallies: new QueueTallies(limitsOf(config)),
	bots: new BotTallies(),
	waiting: new Set(),
	handling: new Set(),
	talking: new Set(),
	prediction: null,
	isChanged: false
});

export const newAgent = (config: AgentConfig): AgentLive => ({
	config,
	source: null,
	fold: new AgentFold(config.id),
	handling: new Set(),
	isChanged: false
});
