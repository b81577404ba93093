import { scoreTurn } from '#solver/sentiment/index.ts';

const MOST_LETTERS = 4_000;

/** The language of what was said; null where it is neither English nor Spanish, or mixed. */
export function languageOfTexts(texts: readonly string[]): 'en' | 'es' | null {
	const { language } = scoreTurn(texts.join('\n').slice(0, MOST_LETTERS));
	return language === 'en' || language === 'es' ? language : null;
}
