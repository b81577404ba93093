import { m } from '#lib/paraglide/messages.js';

const NAMES: Record<string, (() => string) | undefined> = {
	en: m.intents_language_en,
	es: m.intents_language_es,
	mixed: m.intents_language_mixed
};

/** A language that words were told to be in, for people. */
export const languageName = (language: string | null): string =>
	NAMES[language ?? '']?.() ?? m.intents_language_unknown();
