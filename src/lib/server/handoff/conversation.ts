import { maskPersonalData } from '#solver/conversations/index.ts';
import type { BotStep, CardMessage, Fact } from '#lib/contracts/handoff.ts';
import type { LoggedEvent } from '#lib/contracts/events.ts';

/** A contact's conversation with a bot, as its events in order tell it, and the seam to a person. */
export interface Conversation {
	messages: CardMessage[];
	hasBot: boolean;
	/** The first wish of the bot to hand on, the first answer by a person, the end; null = not (yet). */
	escalation: { at: number; reason: string | null; bot: string | null } | null;
	answeredAt: number | null;
	endedAt: number | null;
	/** When the bot failed to understand. */
	failedAt: number[];
	steps: BotStep[];
	verified: Fact[];
	told: Fact[];
	customerName: string | null;
	value: number | null;
	/** Messages of a bot that came while a person had the contact. */
	lateBot: CardMessage[];
}

/** Enough for any card; a source that floods is cut. */
const MOST_FACTS = 40;
const LONGEST_FACT = 300;

/** Reads a contact's events, which must be in the order in which things happened. */
export function conversationOf(events: readonly LoggedEvent[]): Conversation {
	const c: Conversation = {
		messages: [],
		hasBot: false,
		escalation: null,
		answeredAt: null,
		endedAt: null,
		failedAt: [],
		steps: [],
		verified: [],
		told: [],
		customerName: null,
		value: null,
		lateBot: []
	};
	const verified = new Map<string, string>();
	const told = new Map<string, string>();
	const understood: (boolean | null)[] = [];
	let withPerson = false;
	for (const { type, at, data } of events) {
		if (data.priority !== undefined) c.value = Math.max(c.value ?? -Infinity, data.priority);
		const { customerName } = data as { customerName?: unknown };
		if (typeof customerName === 'string' && customerName !== '')
			c.customerName ??= customerName.slice(0, 200);
		if (type.startsWith('marea.bot.')) {
			c.hasBot = true;
			collect(verified, data.verified);
			collect(told, data.facts);
		}
		if (type === 'marea.bot.started') withPerson = false;
		else if (type === 'marea.bot.turn') {
			understood.push(typeof data.understood === 'boolean' ? data.understood : null);
			if (data.understood === false) c.failedAt.push(at);
		} else if (type === 'marea.bot.escalated')
			c.escalation ??= { at, reason: data.reason ?? null, bot: data.bot ?? null };
		else if (type === 'marea.contact.answered') {
			c.answeredAt ??= at;
			withPerson = true;
		} else if (type === 'marea.contact.ended') {
			c.endedAt = at;
			withPerson = false;
		} else if (type === 'marea.message') {
			const message = {
				index: c.messages.length,
				at,
				party: data.party!,
				text: maskPersonalData(data.text ?? '').text
			};
			c.messages.push(message);
			if (message.party === 'bot') c.hasBot = true;
			if (message.party === 'bot' && withPerson) c.lateBot.push(message);
		}
	}
	c.verified = factsOf(verified);
	// What has been checked since is said once.
	for (const name of verified.keys()) told.delete(name);
	c.told = factsOf(told);
	c.steps = stepsOf(botPart(c), understood);
	return c;
}

/** The words before a person had the contact. */
export const botPart = ({ messages, answeredAt }: Conversation): CardMessage[] =>
	messages.filter(({ at, party }) => party !== 'agent' && (answeredAt === null || at < answeredAt));

/** What the customer wrote into the gap between the bot's word that it hands on and a person's answer. */
export const unanswered = ({ messages, escalation, answeredAt }: Conversation): CardMessage[] =>
	escalation === null
		? []
		: messages.filter(
				({ at, party }) =>
					party === 'customer' && at > escalation.at && (answeredAt === null || at < answeredAt)
			);

/** Loose on purpose: a bot's platform tells what it has, and what cannot be read as a name with a value is left out. */
function collect(facts: Map<string, string>, value: unknown): void {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
	for (const [name, one] of Object.entries(value)) {
		if (!['string', 'number', 'boolean'].includes(typeof one) || one === '') continue;
		if (facts.size >= MOST_FACTS && !facts.has(name)) return;
		facts.set(name.slice(0, 60), String(one).slice(0, LONGEST_FACT));
	}
}

const factsOf = (facts: ReadonlyMap<string, string>): Fact[] =>
	[...facts].map(([name, value]) => ({ name, value: maskPersonalData(value).text }));

/** Exchanges: what the bot said last, what the customer answered, and whether the bot understood it. */
function stepsOf(messages: readonly CardMessage[], understood: readonly (boolean | null)[]): BotStep[] {
	const steps: BotStep[] = [];
	let asked: CardMessage | null = null;
	let open: BotStep | null = null;
	for (const message of messages) {
		if (message.party === 'bot') {
			asked = message;
			open = null;
		} else if (open) open.answered = `${open.answered} ${message.text}`;
		else {
			open = {
				at: message.at,
				asked: asked?.text ?? null,
				answered: message.text,
				understood: understood[steps.length] ?? null
			};
			steps.push(open);
		}
	}
	return steps;
}
