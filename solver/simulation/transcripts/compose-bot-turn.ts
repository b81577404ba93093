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
	last: boolean;
	understood: boolean;
	/** Whether the bot will close the whole conversation. */
	resolved: boolean;
	/** Typed rather than spoken. */
	digital: boolean;
}

/** What is said in one turn with a bot: the customer's words and the bot's answer (the first turn opens with a greeting). */
export function composeBotTurn(contact: Random, turn: BotTurn): Line[] {
	const random = contact.fork(`bot ${turn.turn}`);
	const { bank } = phrasesOf(turn.language, turn.intent);
	const fill = fillSlots(contact, turn.language, {
		site: turn.site,
		agent: '',
		bot: turn.botName,
		customer: turn.customerName
	});
	const { bot } = bank;
	const band = moodBand(turn.mood);
	const lines: Line[] = [];
	const say = (party: Line['party'], text: string) => {
		const filled = fill(text);
		const typed = party === 'customer' && turn.digital ? typeByHand(random, filled, band) : filled;
		lines.push({ party, text: typed, at: 0 });
	};
	if (turn.turn === 1) say('bot', pick(random, bot.greetings));
	if (turn.last) {
		say('customer', turn.resolved ? pick(random, bot.answers) : pick(random, bot.wantsPerson));
		say('bot', pick(random, turn.resolved ? bot.solved : bot.handsOver));
		if (turn.resolved) say('customer', pick(random, bot.solvedThanks));
		return lines;
	}
	const opener = pickOpener(contact, turn.language, turn.intent, turn.mood);
	if (turn.turn === 1) say('customer', opener);
	else
		say(
			'customer',
			random.uniform() < 0.2 ? `${pick(random, bot.again)} ${opener}` : pick(random, bot.answers)
		);
	say('bot', pick(random, turn.understood ? bot.asks : bot.notUnderstood));
	return lines;
}
