import type { ProposedOffer } from '#lib/contracts/balance.ts';
import type { Channel } from '#lib/contracts/terms.ts';

/** What else than moving people can be done at one queue, as far as is known. */
export interface QueueLevers {
	/** Its people beyond those that the rest of the day asks for, in order of time; none where no plan covers it. */
	spare: SpareSpan[];
	/** Null: callbacks are not offered here. */
	callback: AcceptShare | null;
	/** A bot for each reason that it contains well. */
	bots: BotReach[];
	/** What its line is offered already. */
	offered: OfferKind[];
}

export type OfferKind = ProposedOffer['kind'];

/** Instants in UTC ms. */
export interface SpareSpan {
	fromAt: number;
	toAt: number;
	/** Below 0: too few. */
	agents: number;
}

/** Part of those offered something who take it. */
export interface AcceptShare {
	acceptShare: number;
	/** Nothing is known of earlier offers: what is taken for usual. */
	isAssumed: boolean;
}

export interface BotReach extends AcceptShare {
	intent: string;
	/** Part of those in line who are there for this reason. */
	reach: number;
	containment: number;
}

/** What the database knows of levers; read now and then. */
export interface LeverFacts extends OfferFacts {
	/** By queue: people beyond those that the rest of the day asks for; none where no plan covers it. */
	spare: ReadonlyMap<string, readonly SpareSpan[]>;
}

/** What came of bots and offers of late. */
export interface OfferFacts {
	/** By reason: containment, of those that bots contain well by enough conversations. */
	containment: ReadonlyMap<string, number>;
	/** Queues that have a bot. */
	withBot: ReadonlySet<string>;
	/** Of the contacts that had to wait while callbacks were offered the part that took one; null: too few to tell. */
	callbackShare: number | null;
}

export const noLeverFacts = (): LeverFacts => ({
	spare: new Map(),
	containment: new Map(),
	withBot: new Set(),
	callbackShare: null
});

/** Part of those offered it who take it, where nothing is known of this centre's offers. */
const USUAL = { callback: 0.3, bot: 0.4 };
/** Fewer in line for a reason, and nobody can say what part of the line they are. */
const LEAST_IN_LINE = 2;

/** What a queue's line looks like to an offer. */
export interface LineFacts {
	id: string;
	channel: Channel;
	/** The reason of each who waits and has not been with a bot; null: not told. */
	intents: readonly (string | null)[];
	/** In line, those who come from a bot included. */
	waiting: number;
	/** What it is offered already. */
	offered: readonly OfferKind[];
}

/**
 * The levers of one queue. Callbacks are for calls; a bot is offered where the queue has one, and only for a reason that
 * it is known to contain well; whoever comes from a bot is not sent back to it.
 */
export function queueLevers(line: LineFacts, facts: LeverFacts): QueueLevers {
	const { id, channel, intents, waiting, offered } = line;
	const share = facts.callbackShare;
	const callback = { acceptShare: share ?? USUAL.callback, isAssumed: share === null };
	const counts = new Map<string, number>();
	for (const intent of intents) if (intent !== null) counts.set(intent, (counts.get(intent) ?? 0) + 1);
	const mayTalk = facts.withBot.has(id) && !offered.includes('bot');
	return {
		offered: [...offered],
		spare: [...(facts.spare.get(id) ?? [])],
		callback: channel === 'voice' && !offered.includes('callback') ? callback : null,
		bots: [...counts].flatMap(([intent, count]): BotReach[] => {
			const containment = facts.containment.get(intent);
			if (!mayTalk || containment === undefined || count < LEAST_IN_LINE) return [];
			return [{ intent, reach: count / waiting, containment, acceptShare: USUAL.bot, isAssumed: true }];
		})
	};
}

/** For whom an offer is and how many of them are expected to take it; of a bot the one for the reason of which it settles most. Null where it can't be made. */
export function takersOf(
	{ callback, bots }: QueueLevers,
	kind: OfferKind
): Pick<ProposedOffer, 'intent' | 'reach' | 'acceptShare' | 'isAssumed' | 'containment'> | null {
	if (kind === 'callback') return callback && { ...callback, intent: null, reach: 1, containment: null };
	return bots.toSorted((a, b) => b.reach * b.containment - a.reach * a.containment)[0] ?? null;
}
