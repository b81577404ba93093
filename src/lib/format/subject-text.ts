import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatPercent } from './format-percent.ts';
import { intentName } from './intent-name.ts';

/**
 * What a contact is about. What was only understood from the words says so, and how sure it is; null: nobody knows.
 *
 * @param probability null where the source said it
 */
export function subjectText(
	intent: string | null,
	probability: number | null,
	locale?: Locale
): string | null {
	if (intent === null) return null;
	const name = intentName(intent, locale);
	return probability === null
		? name
		: m.intents_guess({ intent: name, probability: formatPercent(probability, { locale }) }, { locale });
}

/** The same as a sentence: a reason that people read. */
export function subjectSentence(intent: string, probability: number | null, locale?: Locale): string {
	const name = intentName(intent, locale);
	return probability === null
		? m.words_subject_said({ intent: name }, { locale })
		: m.words_subject_understood(
				{ intent: name, probability: formatPercent(probability, { locale }) },
				{ locale }
			);
}
