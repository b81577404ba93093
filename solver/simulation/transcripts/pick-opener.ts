import type { Random } from '../../numeric/random.ts';
import { pick } from '../draws.ts';
import type { Language } from '../scenario.ts';
import { moodBand } from './mood-band.ts';
import { phrasesOf } from './phrases-of.ts';

/** What the customer comes with: from the contact's stream, so that bot and agent are told the same story. */
export function pickOpener(contact: Random, language: Language, intent: string, mood: number): string {
	const { about } = phrasesOf(language, intent);
	return pick(contact.fork('opener'), moodBand(mood) <= 1 ? about.upsetOpeners : about.openers);
}
