import type { Random } from '../../numeric/random.ts';
import { pick } from '../draws.ts';
import type { Language } from '../scenario.ts';
import { fillSlots } from './fill-slots.ts';
import type { Line } from './line.ts';
import { moodBand } from './mood-band.ts';
import { phrasesOf } from './phrases-of.ts';
import { pickOpener } from './pick-opener.ts';
import { typeByHand } from './type-by-hand.ts';

export interface BotTurn {
	language: Language;
	intent: string;
	site: string;
	customerName: string;
	botName: string;
	mood: number;
	/** 1, 2, 3 … */
	turn: number;
	/** How many turns the bot has understood before this one: the matter, then who it is, then details. */
	step: number;
	last: boolean;
	understood: boolean;
	/** Whether the bot will close the whole conversation. */
	resolved: boolean;
	/** Typed rather than spoken. */
	digital: boolean;
}

export interface SaidToBot {
	lines: Line[];
	/** What the bot has checked in this turn, and what it was told. */
	verified: Record<string, string>;
	facts: Record<string, string>;
}

/** Slots whose values are worth handing on, whoever says them. */
const FACTS = new Set(['amount', 'date', 'reading', 'city', 'street', 'device', 'plan', 'time']);

/**
 * What is said in one turn with a bot: the customer's words and the bot's answer (the first turn opens with a
 * greeting). The bot asks for the contract, checks it, and then asks what an agent would have to ask.
 */
export function composeBotTurn(contact: Random, turn: BotTurn): SaidToBot {
	const random = contact.fork(`bot ${turn.turn}`);
	const { bank, about } = phrasesOf(turn.language, turn.intent);
	const fill = fillSlots(contact, turn.language, {
		site: turn.site,
		agent: '',
		bot: turn.botName,
		customer: turn.customerName
	});
	const { bot } = bank;
	const band = moodBand(turn.mood);
	const said: SaidToBot = { lines: [], verified: {}, facts: {} };
	const say = (party: Line['party'], text: string) => {
		const filled = fill(text);
		const typed = party === 'customer' && turn.digital ? typeByHand(random, filled, band) : filled;
		said.lines.push({ party, text: typed, at: 0 });
	};
	const tell = (text: string) => {
		say('customer', text);
		if (!turn.understood && !turn.last) return;
		for (const [slot, name] of text.matchAll(/\{(\w+)\}/g))
			if (FACTS.has(name!)) said.facts[name!] = fill(slot);
	};
	if (turn.turn === 1) say('bot', pick(random, bot.greetings));
	if (turn.last) {
		say('customer', turn.resolved ? pick(random, bot.answers) : pick(random, bot.wantsPerson));
		say('bot', pick(random, turn.resolved ? bot.solved : bot.handsOver));
		if (turn.resolved) say('customer', pick(random, bot.solvedThanks));
		return said;
	}
	const question = (step: number) => about.asks[(step - 2) % about.asks.length]!;
	if (turn.step === 0) {
		const opener = pickOpener(contact, turn.language, turn.intent, turn.mood);
		tell(turn.turn === 1 ? opener : `${pick(random, bot.again)} ${opener}`);
	} else if (turn.step === 1) {
		tell(pick(random, bot.identities));
		if (turn.understood) said.verified.contract = fill('{ref}');
	} else tell(question(turn.step)[1]);

	if (!turn.understood) say('bot', pick(random, bot.notUnderstood));
	else if (turn.step === 0) say('bot', pick(random, bot.asksIdentity));
	else say('bot', `${turn.step === 1 ? `${pick(random, bot.found)} ` : ''}${question(turn.step + 1)[0]}`);
	return said;
}
