import { foldWord } from '../fold-word.ts';
import { COMMON_WORDS, OTHER_WORDS } from './function-words.ts';
import { spellingScore } from './spelling-score.ts';

/** How strongly a word speaks for English, Spanish and "some other language" (each ≥ 0). */
export interface LanguageVote {
	en: number;
	es: number;
	other: number;
}

const set = (text: string) => new Set(text.split(/\s+/).filter(Boolean).map(foldWord));
const EN = set(COMMON_WORDS.en);
const ES = set(COMMON_WORDS.es);
const OTHER = new Map<string, number>();
for (const list of Object.values(OTHER_WORDS))
	for (const word of set(list)) OTHER.set(word, (OTHER.get(word) ?? 0) + 1);

/** Is a folded word among the commonest of any language listed? */
export const isCommonWord = (folded: string): boolean =>
	EN.has(folded) || ES.has(folded) || OTHER.has(folded);

const FOREIGN_LETTER = /[ãõçßäöåøæœłżźćśęąğışțşăčřěžůőűđơưàèìòùâêîôûëï]/i;
const SPANISH_LETTER = /[ñáéíóú]/i;

/**
 * The languages a single word speaks for, by lists of common words, the mood lexicons, letters that only some
 * languages have, and, at a low weight, its spelling.
 */
export function wordLanguage(
	original: string,
	folded: string,
	known: { en: boolean; es: boolean }
): LanguageVote {
	const vote: LanguageVote = { en: 0, es: 0, other: 0 };
	const [inEn, inEs, inOther] = [EN.has(folded), ES.has(folded), OTHER.has(folded)];
	if (inEn) vote.en += inEs ? 0.3 : inOther ? 0.7 : 1;
	if (inEs) vote.es += inEn ? 0.3 : inOther ? 0.7 : 1;
	if (inOther) vote.other += inEn || inEs ? 0.5 : 1;
	if (inEn || inEs || inOther) return vote;
	if (FOREIGN_LETTER.test(original)) vote.other += 0.8;
	else if (SPANISH_LETTER.test(original)) vote.es += 0.6;
	if (known.en && !known.es) vote.en += 0.5;
	if (known.es && !known.en) vote.es += 0.5;
	if (folded.length >= 3) {
		const spelling = spellingScore(folded);
		const share = 1 / (1 + Math.exp(-spelling));
		vote.es += 0.35 * Math.max(0, 2 * share - 1);
		vote.en += 0.35 * Math.max(0, 1 - 2 * share);
	}
	return vote;
}
