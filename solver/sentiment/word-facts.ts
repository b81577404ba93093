import { foldWord } from './fold-word.ts';
import { lookUpMisspelt, lookUpWord, type Lexicon } from './lexicon/look-up.ts';
import { BOOSTERS, CLAUSE_WORDS, CONTRAST, NEGATORS } from './lexicon/modifiers.ts';
import { isCommonWord, wordLanguage, type LanguageVote } from './language/word-language.ts';
import { countGrams, hashText } from './hash.ts';

/** All that can be said of a word without its neighbours. */
export interface WordFacts {
	folded: string;
	language: LanguageVote;
	/** Mood −4…4 as listed in each lexicon; undefined when unknown there. */
	listed: Record<Lexicon, number | undefined>;
	/** Neither known, common, nor a name: `moodOfWord` looks for the word that was meant. */
	maybeMisspelt: boolean;
	meant: Partial<Record<Lexicon, number | null>>;
	/** Share added to the strength of the mood word that follows. */
	boost: number;
	negates: boolean;
	contrasts: boolean;
	endsClause: boolean;
	/** Is it written in Latin letters? In capitals only? With a letter three times in a row? */
	latin: boolean;
	capitals: boolean;
	stretched: boolean;
	laughs: boolean;
	firstPerson: boolean;
	secondPerson: boolean;
	asks: boolean;
	/** Hash of the folded word, and how many letter groups of three to five it has. */
	hash: number;
	gramCount: number;
	/** What the letter groups add up to in each language's model (see `predict`). */
	gramSums: Partial<Record<Lexicon, readonly number[]>>;
}

const list = (text: string) => text.split(/\s+/).filter(Boolean).map(foldWord);
const NEGATES = new Set([...list(NEGATORS.en), ...list(NEGATORS.es)]);
const CONTRASTS = new Set(list(CONTRAST));
const ENDS_CLAUSE = new Set(list(CLAUSE_WORDS));
const BOOST = new Map<string, number>();
for (const [share, words] of Object.entries(BOOSTERS))
	for (const word of list(words)) if (!BOOST.has(word)) BOOST.set(word, Number(share));

const LATIN = /^[\p{Script=Latin}\p{M}]/u;
const NAME = /^\p{Lu}\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;
const STRETCH = /(\p{L})\1\1/u;
const LAUGH = /^(?:j[aeiou]){2,}j?$|^a?(?:ja|je|ha|he|hi|ji){2,}[hj]?$|^jaj|^haha|^lo+l$|^lmf?ao|^rofl|^xd+$/;
const FIRST_PERSON = new Set(
	'i im ive me my mine we us our yo me mi mis conmigo nos nuestro nuestra'.split(' ')
);
const SECOND_PERSON = new Set(
	'you your youre u ur ya tu te ti tus usted ustedes os vosotros vuestro contigo vos'.split(' ')
);
const QUESTION = new Set(
	'what when where who why how which que cuando donde quien porque como cual cuanto'.split(' ')
);

const remembered = new Map<string, WordFacts>();
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 40;

function find(word: string): WordFacts {
	const folded = foldWord(word);
	const listed = { en: lookUpWord(folded, 'en'), es: lookUpWord(folded, 'es') };
	const [en, es] = [listed.en !== undefined, listed.es !== undefined];
	return {
		folded,
		language: wordLanguage(word, folded, { en, es }),
		listed,
		// A word that either language knows, or that is common, is not a misspelling; nor is a name.
		maybeMisspelt: !en && !es && !isCommonWord(folded) && !NAME.test(word),
		meant: {},
		boost: BOOST.get(folded) ?? 0,
		negates: NEGATES.has(folded),
		contrasts: CONTRASTS.has(folded),
		endsClause: ENDS_CLAUSE.has(folded),
		latin: LATIN.test(word),
		capitals: word.length > 2 && word === word.toUpperCase() && CAPITAL.test(word),
		stretched: STRETCH.test(word),
		laughs: LAUGH.test(folded),
		firstPerson: FIRST_PERSON.has(folded),
		secondPerson: SECOND_PERSON.has(folded),
		asks: QUESTION.has(folded),
		hash: hashText(folded, 1),
		gramCount: folded.length >= 3 ? countGrams(folded, 3, 5) : 0,
		gramSums: {}
	};
}

/** A word's mood −4…4 in a lexicon, as listed or as the misspelling of a listed word. */
export function moodOfWord(fact: WordFacts, lexicon: Lexicon): number | undefined {
	const listed = fact.listed[lexicon];
	if (listed !== undefined || !fact.maybeMisspelt) return listed;
	let meant = fact.meant[lexicon];
	if (meant === undefined) fact.meant[lexicon] = meant = lookUpMisspelt(fact.folded, lexicon) ?? null;
	return meant ?? undefined;
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
