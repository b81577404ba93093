import { EMOJI } from './emoji.ts';
import { ENGLISH_NEGATIVE } from './english-negative.ts';
import { ENGLISH_POSITIVE } from './english-positive.ts';
import { MisspellingTable, spanishSound } from './misspelling.ts';
import { ENGLISH_PHRASES } from './phrases-english.ts';
import { SPANISH_PHRASES } from './phrases-spanish.ts';
import { SPANISH_NEGATIVE } from './spanish-negative.ts';
import { SPANISH_POSITIVE } from './spanish-positive.ts';
import { foldWord } from '../fold-word.ts';

export type Lexicon = 'en' | 'es';

export interface Phrase {
	words: string[];
	strength: number;
}

interface Tables {
	exact: Map<string, number>;
	/** Beginnings of words (from `word*`). */
	beginnings: Map<string, number>;
	longestBeginning: number;
	/** The first three letters of every beginning: most words are dismissed by these. */
	firstLetters: Set<string>;
	phrases: Map<string, Phrase[]>;
}

const split = (text: string, by: RegExp) =>
	text
		.split(by)
		.map((part) => part.trim())
		.filter(Boolean);

function build(
	positive: Record<string, string>,
	negative: Record<string, string>,
	phrases: Record<string, string>
): Tables {
	const tables: Tables = {
		exact: new Map(),
		beginnings: new Map(),
		longestBeginning: 0,
		firstLetters: new Set(),
		phrases: new Map()
	};
	for (const [sign, groups] of [
		[1, positive],
		[-1, negative]
	] as const)
		for (const strength of Object.keys(groups).sort((a, b) => Number(b) - Number(a)))
			for (const entry of split(groups[strength]!, /\s+/)) {
				const begins = entry.endsWith('*');
				const word = foldWord(begins ? entry.slice(0, -1) : entry);
				const into = begins ? tables.beginnings : tables.exact;
				if (!into.has(word)) into.set(word, sign * Number(strength));
				if (!begins) continue;
				tables.longestBeginning = Math.max(tables.longestBeginning, word.length);
				tables.firstLetters.add(word.slice(0, 3));
			}
	for (const [strength, text] of Object.entries(phrases))
		for (const phrase of split(text, /\|/)) {
			const words = phrase.split(/\s+/).map(foldWord);
			if (words.length < 2) continue;
			const list = tables.phrases.get(words[0]!) ?? [];
			list.push({ words, strength: Number(strength) });
			tables.phrases.set(words[0]!, list);
		}
	for (const list of tables.phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
	return tables;
}

const TABLES: Record<Lexicon, Tables> = {
	en: build(ENGLISH_POSITIVE, ENGLISH_NEGATIVE, ENGLISH_PHRASES),
	es: build(SPANISH_POSITIVE, SPANISH_NEGATIVE, SPANISH_PHRASES)
};

const EMOJI_TABLE = new Map<string, number>();
for (const [strength, marks] of Object.entries(EMOJI))
	for (const mark of split(marks, /\s+/)) EMOJI_TABLE.set(mark.replace(/\uFE0F/g, ''), Number(strength));
EMOJI_TABLE.set('&lt;3', 3.2);

const ENDINGS: [RegExp, string][] = [
	[/s$/, ''],
	[/es$/, ''],
	[/ies$/, 'y'],
	[/d$/, ''],
	[/ed$/, ''],
	[/ied$/, 'y'],
	[/ing$/, ''],
	[/in$/, ''],
	[/ing$/, 'e'],
	[/ly$/, ''],
	[/ily$/, 'y'],
	[/er$/, ''],
	[/est$/, ''],
	[/ness$/, ''],
	[/(.)\1(?:ed|ing|er|est)$/, '$1']
];

const DOUBLED = /(.)\1/;
const ENDING = /(?:s|d|in|ing|ly|er|est)$/;

/** Words whose shorter form means something else. */
const OWN_MEANING = new Set(
	`number numbers numbered numbering kinds kinder liking likely meaning means fines fined goods wells lots lit lied prayed ladies darked during being
	king string thing spring bring evening morning wedding awarding hardly badly nicely passed greated partly lately longing longed
	losted played player players winter sexist hoped lucked rocker fanning fanned roomed showers shower
	stores stored stoner stress stressed partied partner partners posted posting poster united matter matters fair lest
	tester lester better bitter butter later latest welled tires shoots shooter holder holdest fitness boring
	fines founded aged supposed used leaves shower shitter musically goldest dated dates covered covering coverer covers launched leads games fans tops opens saved saves scored scores`.split(
		/\s+/
	)
);

function lookUpBeginning(tables: Tables, word: string): number | undefined {
	if (!tables.firstLetters.has(word.slice(0, 3))) return undefined;
	for (let n = Math.min(word.length, tables.longestBeginning); n >= 3; n--) {
		const strength = tables.beginnings.get(word.slice(0, n));
		if (strength !== undefined) return strength;
	}
	return undefined;
}

function lookUpFolded(tables: Tables, lexicon: Lexicon, word: string): number | undefined {
	const exact = tables.exact.get(word);
	if (exact !== undefined) return exact;
	const begins = lookUpBeginning(tables, word);
	if (begins !== undefined) return begins;
	if (lexicon === 'es' || word.length < 5 || !ENDING.test(word) || OWN_MEANING.has(word)) return undefined;
	for (const [ending, instead] of ENDINGS) {
		if (!ending.test(word)) continue;
		const base = word.replace(ending, instead);
		const strength = base.length < 3 ? undefined : tables.exact.get(base);
		if (strength !== undefined) return strength;
	}
	return undefined;
}

/**
 * A folded word's mood in one language (−4…4), by the word, its beginning, its base form, or the word with doubled
 * letters made single; undefined when the lexicon doesn't know it. Cost: independent of the lexicon's size.
 */
export function lookUpWord(word: string, lexicon: Lexicon): number | undefined {
	const tables = TABLES[lexicon];
	const found = lookUpFolded(tables, lexicon, word);
	if (found !== undefined) return found;
	if (!DOUBLED.test(word)) return undefined;
	return lookUpFolded(tables, lexicon, word.replace(/(.)\1/g, '$1'));
}

/** What a misspelt word counts for, of the word it resembles. */
const MISSPELT_SHARE = 0.8;
let englishMisspellings: MisspellingTable | undefined;
let spanishSounds: Map<string, number> | undefined;
let spanishMisspellings: MisspellingTable | undefined;

/**
 * As lookUpWord(), for a folded word that no list knows: by a letter missing, added, changed or swapped, in Spanish
 * also by its sound. The tables are made at the first use. Cost: O(letters²).
 */
export function lookUpMisspelt(word: string, lexicon: Lexicon): number | undefined {
	if (word.length < 5) return undefined;
	let strength: number | undefined;
	if (lexicon === 'en') {
		englishMisspellings ??= new MisspellingTable(TABLES.en.exact);
		strength = englishMisspellings.lookUp(word);
	} else {
		spanishSounds ??= new Map(
			[...TABLES.es.exact]
				.filter(([known]) => known.length >= 5)
				.map(([known, value]) => [spanishSound(known), value])
		);
		spanishMisspellings ??= new MisspellingTable([...TABLES.es.exact, ...TABLES.es.beginnings]);
		strength = spanishSounds.get(spanishSound(word)) ?? spanishMisspellings.lookUp(word);
	}
	return strength === undefined ? undefined : strength * MISSPELT_SHARE;
}

/** The mood of an emoji or a typed face (−4…4); undefined when it is not listed. */
export function lookUpMark(mark: string): number | undefined {
	const bare = mark.replace(/\uFE0F|\p{Emoji_Modifier}/gu, '');
	return EMOJI_TABLE.get(bare) ?? EMOJI_TABLE.get(bare.split('\u200D')[0]!);
}

/** The phrases of a language that begin with this folded word, longest first. */
export const phrasesFrom = (word: string, lexicon: Lexicon): readonly Phrase[] =>
	TABLES[lexicon].phrases.get(word) ?? [];
