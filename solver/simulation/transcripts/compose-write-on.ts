import type { Random } from '../../numeric/random.ts';
import { pick } from '../draws.ts';
import type { Language } from '../scenario.ts';
import { moodBand } from './mood-band.ts';
import { phrasesOf } from './phrases-of.ts';
import { typeByHand } from './type-by-hand.ts';

/** What a customer types after the bot has handed them on and before a person answers. */
export function composeWriteOn(contact: Random, language: Language, mood: number): string {
	const random = contact.fork('write on words');
	const band = moodBand(mood);
	const { writesOn } = phrasesOf(language, '').bank.bot;
	return typeByHand(random, pick(random, band <= 1 ? writesOn.upset : writesOn.calm), band);
}
