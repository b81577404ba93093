import { lookUpMark, phrasesFrom, type Lexicon, type Phrase } from './lexicon/look-up.ts';
import { IRONY } from './lexicon/modifiers.ts';
import { foldWord } from './fold-word.ts';
import type { Token } from './tokenise.ts';
import { moodOfWord, wordFacts, type WordFacts } from './word-facts.ts';

/** A word, phrase or mark that carries a mood, with its strength after negation, boosters and contrast. */
export interface MoodHit {
	/** Indices of its first and last token. */
	first: number;
	last: number;
	/** −4…4 as listed. */
	listed: number;
	/** As it stands here. */
	strength: number;
	kind: 'word' | 'phrase' | 'mark';
	negated: boolean;
	capitals: boolean;
	stretched: boolean;
}

export interface Moods {
	hits: MoodHit[];
	/** For each token, the facts of its word; null for what is no word. */
	facts: readonly (WordFacts | null)[];
	/** For each token: does a negation reach it? */
	negated: Uint8Array;
	/** 1 where irony is marked, 0.5 where praise is followed by a complaint without a "but", else 0. */
	irony: 0 | 0.5 | 1;
	contrasts: number;
	negators: number;
	boosters: number;
}

const REACH = 4;
const NEGATED_PRAISE = -0.65;
const NEGATED_COMPLAINT = -0.45;
const BEFORE_CONTRAST = 0.6;
const AFTER_CONTRAST = 1.3;
const IRONIC_PRAISE = -0.5;
const CAPITALS = 1.2;
const STRETCHED = 1.15;
const SENTENCE_END = /[.!?\n…]/;

const IRONY_PHRASES = IRONY.split('|').map((phrase) => phrase.trim().split(/\s+/).map(foldWord));
const IRONY_BY_FIRST = Map.groupBy(IRONY_PHRASES, (words) => words[0]!);

function longestMatch<T>(
	list: readonly T[],
	words: (item: T) => readonly string[],
	facts: readonly (WordFacts | null)[],
	at: number
): T | undefined {
	return list.find((item) => words(item).every((word, i) => facts[at + i]?.folded === word));
}

/**
 * Reads the moods of a turn: words, phrases and marks from the lexicons, turned by negation (up to four words on, or
 * to the end of the clause), strengthened or weakened by boosters, capitals and stretched letters, weighed by "but",
 * and turned over where irony is marked.
 *
 * Cost: linear in the number of tokens.
 */
export function findMoods(tokens: readonly Token[], share: Record<Lexicon, number>): Moods {
	const facts = tokens.map((token) => (token.kind === 'word' ? wordFacts(token.text) : null));
	const lexicons = (['en', 'es'] as const).filter((lexicon) => share[lexicon] >= 0.2);
	const shouting = facts.every((fact, i) => !fact || tokens[i]!.text.length < 3 || fact.capitals);
	const negated = new Uint8Array(tokens.length);
	const moods: Moods = { hits: [], facts, negated, irony: 0, contrasts: 0, negators: 0, boosters: 0 };
	let reach = 0;
	let boost = 0;
	let sentenceStart = 0;
	let weight = 1;
	let boosterHit = false;

	const listedOf = (fact: WordFacts): number | undefined => {
		if (lexicons.length === 1) return moodOfWord(fact, lexicons[0]!);
		const [en, es] = [moodOfWord(fact, 'en'), moodOfWord(fact, 'es')];
		if (en === undefined) return es;
		if (es === undefined) return en;
		return en * share.en + es * share.es;
	};
	const add = (first: number, last: number, listed: number, kind: MoodHit['kind']) => {
		const fact = kind === 'word' ? facts[first] : null;
		const capitals = fact?.capitals === true && !shouting;
		const stretched = fact?.stretched === true;
		const isNegated = reach > 0 && kind !== 'mark';
		let strength = listed * weight * (1 + (kind === 'mark' ? 0 : Math.max(-0.6, Math.min(0.8, boost))));
		if (capitals) strength *= CAPITALS;
		if (stretched) strength *= STRETCHED;
		if (isNegated) strength *= listed > 0 ? NEGATED_PRAISE : NEGATED_COMPLAINT;
		moods.hits.push({ first, last, listed, strength, kind, negated: isNegated, capitals, stretched });
	};

	const marked = facts.some((fact, i) => {
		const phrases = fact && IRONY_BY_FIRST.get(fact.folded);
		return phrases && longestMatch(phrases, (words) => words, facts, i);
	});
	if (marked) moods.irony = 1;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		const fact = facts[i];
		if (!fact) {
			if (token.kind === 'emoji' || token.kind === 'face') {
				const listed = lookUpMark(token.text);
				if (listed !== undefined) add(i, i, listed, 'mark');
			} else if (token.kind === 'mark') {
				reach = boost = 0;
				boosterHit = false;
				if (SENTENCE_END.test(token.text)) {
					sentenceStart = moods.hits.length;
					weight = 1;
				}
			}
			continue;
		}
		if (fact.contrasts && i > 0) {
			moods.contrasts++;
			for (let h = sentenceStart; h < moods.hits.length; h++) moods.hits[h]!.strength *= BEFORE_CONTRAST;
			sentenceStart = moods.hits.length;
			weight = AFTER_CONTRAST;
		}
		if (fact.endsClause) reach = boost = 0;
		if (reach > 0) negated[i] = 1;

		let phrase: Phrase | undefined;
		for (const lexicon of lexicons)
			phrase ??= longestMatch(phrasesFrom(fact.folded, lexicon), (item) => item.words, facts, i);
		if (phrase) {
			const last = i + phrase.words.length - 1;
			if (boosterHit) moods.hits.pop();
			if (phrase.strength !== 0) add(i, last, phrase.strength, 'phrase');
			for (let j = i + 1; j <= last; j++) negated[j] = reach > 0 ? 1 : 0;
			reach = Math.max(0, reach - phrase.words.length);
			if (facts[last]!.negates) reach = REACH;
			boost = 0;
			boosterHit = false;
			i = last;
			continue;
		}
		const listed = fact.negates ? undefined : listedOf(fact);
		if (listed !== undefined) {
			if (boosterHit) moods.hits.pop();
			boosterHit = false;
			add(i, i, listed, 'word');
			if (fact.boost !== 0) {
				boost += fact.boost;
				boosterHit = true;
			} else boost = 0;
		} else if (fact.boost !== 0) {
			boost += fact.boost;
			moods.boosters++;
		} else if (!fact.negates && fact.folded.length > 3) {
			boost = 0;
			boosterHit = false;
		}
		if (fact.negates) {
			moods.negators++;
			reach = REACH + 1;
		}
		if (reach > 0) reach--;
	}
	turnIrony(moods);
	return moods;
}

function turnIrony(moods: Moods): void {
	const [first] = moods.hits;
	const praiseThenComplaint =
		moods.contrasts === 0 &&
		first !== undefined &&
		first.strength > 0 &&
		first.first <= 2 &&
		moods.hits.some((hit) => hit.kind === 'phrase' && hit.listed <= -1.5 && !hit.negated);
	if (praiseThenComplaint && moods.irony === 0) moods.irony = 0.5;
	if (moods.irony === 0) return;
	for (const hit of moods.hits) if (hit.strength > 0 && hit.kind !== 'mark') hit.strength *= IRONIC_PRAISE;
}
