import type { Language } from '../scenario.ts';
import { ENGLISH } from './english.ts';
import type { IntentPhrases, LanguagePhrases } from './phrase-bank.ts';
import { SPANISH } from './spanish.ts';

const BANKS: Record<Language, LanguagePhrases> = { en: ENGLISH, es: SPANISH };

/** The phrases of a language and a reason; a reason that the bank does not know is spoken of as a bill. */
export function phrasesOf(
	language: Language,
	intent: string
): { bank: LanguagePhrases; about: IntentPhrases } {
	const bank = BANKS[language];
	return { bank, about: bank.intents[intent] ?? bank.intents['billing']! };
}
