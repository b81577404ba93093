import { foldWord } from './fold-word.ts';
import { lookUpMisspelt, lookUpWord } from './lexicon/look-up.ts';
import { BOOSTERS, CLAUSE_WORDS, CONTRAST, NEGATORS } from './lexicon/modifiers.ts';
import { isCommonWord, wordLanguage, type LanguageVote } from './language/word-language.ts';
import { hashGrams, hashText } from './hash.ts';

/** All that can be said of a word without its neighbours. */
export interface WordFacts {
	folded: string;
	language: LanguageVote;
	/** Mood −4…4 in each lexicon; undefined when unknown there. */
	en: number | undefined;
	es: number | undefined;
	/** Share added to the strength of the mood word that follows. */
	boost: number;
	negates: boolean;
	contrasts: boolean;
	endsClause: boolean;
	/** Hash of the folded word, and of its letter groups of three to five. */
	hash: number;
	grams: readonly number[];
}

const list = (text: string) => text.split(/\s+/).filter(Boolean).map(foldWord);
const NEGATES = new Set([...list(NEGATORS.en), ...list(NEGATORS.es)]);
const CONTRASTS = new Set(list(CONTRAST));
const ENDS_CLAUSE = new Set(list(CLAUSE_WORDS));
const BOOST = new Map<string, number>();
for (const [share, words] of Object.entries(BOOSTERS))
	for (const word of list(words)) if (!BOOST.has(word)) BOOST.set(word, Number(share));

const remembered = new Map<string, WordFacts>();
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 40;

function find(word: string): WordFacts {
	const folded = foldWord(word);
	const [en, es] = [lookUpWord(folded, 'en'), lookUpWord(folded, 'es')];
	const language = wordLanguage(word, folded, { en: en !== undefined, es: es !== undefined });
	// A word that either language knows, or that is common, is not a misspelling; nor is a name.
	const maybeMisspelt =
		en === undefined && es === undefined && !isCommonWord(folded) && !/^\p{Lu}\p{Ll}/u.test(word);
	const misspelt = (lexicon: 'en' | 'es') => (maybeMisspelt ? lookUpMisspelt(folded, lexicon) : undefined);
	const grams: number[] = [];
	if (folded.length >= 3) hashGrams(folded, 3, 5, (hash) => grams.push(hash));
	return {
		folded,
		language,
		en: en ?? misspelt('en'),
		es: es ?? misspelt('es'),
		boost: BOOST.get(folded) ?? 0,
		negates: NEGATES.has(folded),
		contrasts: CONTRASTS.has(folded),
		endsClause: ENDS_CLAUSE.has(folded),
		hash: hashText(folded, 1),
		grams
	};
}

/**
 * The facts of a word as written. Facts of up to 50,000 words are remembered, which changes the time of an answer and
 * never the answer.
 */
export function wordFacts(word: string): WordFacts {
	const known = remembered.get(word);
	if (known) return known;
	const facts = find(word.length > 200 ? word.slice(0, 200) : word);
	if (word.length <= LONGEST_REMEMBERED) {
		if (remembered.size >= MOST_REMEMBERED) remembered.clear();
		remembered.set(word, facts);
	}
	return facts;
}
