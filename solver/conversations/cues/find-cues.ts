import { tokenise, type Token } from '../../sentiment/tokenise.ts';
import { wordFacts, type WordFacts } from '../../sentiment/word-facts.ts';
import { CUE_KINDS, type Cue, type CueKind } from './cue.ts';
import { ENGLISH_CUES } from './english-cues.ts';
import { PatternIndex } from './phrase-pattern.ts';
import { SPANISH_CUES } from './spanish-cues.ts';

interface Meaning {
	kind: CueKind;
	language: 'en' | 'es';
	strength: number;
}

const LANGUAGES = ['auto', 'en', 'es'];
/** Words before a cue within which a "no" turns it. */
const NEGATION_REACH = 4;
const LOUDER = 0.05;

let index: PatternIndex<Meaning> | undefined;

function patterns(): PatternIndex<Meaning> {
	if (index) return index;
	index = new PatternIndex<Meaning>();
	for (const [language, cues] of [
		['en', ENGLISH_CUES],
		['es', SPANISH_CUES]
	] as const)
		for (const kind of CUE_KINDS)
			for (const [strength, list] of Object.entries(cues[kind]))
				for (const text of list.split(';'))
					if (text.trim() !== '') index.add(text, { kind, language, strength: Number(strength) });
	return index;
}

/** After these a "no" says something else than no ("I can't believe how angry…", "no solo…"). */
const NOT_TURNED = new Set(['believe', 'imagine', 'stand', 'only', 'solo', 'wait', 'puedo', 'entiendo']);
/** A "no" in a condition is the condition's ("si no lo arreglan me marcho"). */
const CONDITION = new Set(['if', 'unless', 'si', 'como']);
const CONDITION_REACH = 3;

function isNegated(facts: readonly (WordFacts | null)[], at: number): boolean {
	for (let i = at - 1; i >= Math.max(0, at - NEGATION_REACH); i--) {
		const fact = facts[i];
		if (!fact) return false;
		if (fact.negates && !(facts[i + 1] && NOT_TURNED.has(facts[i + 1]!.folded)))
			return !facts
				.slice(Math.max(0, i - CONDITION_REACH), i)
				.some((before) => before && CONDITION.has(before.folded));
		// "No es que esté harto" reaches over its "que".
		if (fact.endsClause && facts[i - 1]?.folded !== 'es') return false;
	}
	return false;
}

/**
 * The places of a turn that speak of anger, worry, a legal threat, leaving, vulnerability, having contacted before, or
 * the wish for a person, in English and Spanish, in the order of the text. Patterns of words, turned off by a negation
 * before them ("I am not angry"); at most one cue of a kind covers a place.
 *
 * `auto` reads both languages at once. Cost: linear in the text's length; about 15 µs for a turn of twenty words.
 *
 * @example findCues('quiero hablar con una persona') // [{ kind: 'asks-for-person', start: 7, end: 29, … }]
 */
export function findCues(text: string, language: 'auto' | 'en' | 'es' = 'auto'): Cue[] {
	if (typeof text !== 'string') throw new TypeError(`Find cues: text "${String(text)}" must be a string.`);
	if (!LANGUAGES.includes(language))
		throw new RangeError(`Find cues: language "${String(language)}" must be auto, en or es.`);
	const tokens = tokenise(text);
	const facts = tokens.map((token) => (token.kind === 'word' ? wordFacts(token.text) : null));
	const words = tokens.map((token, i) => facts[i]?.folded ?? (token.kind === 'number' ? token.text : null));
	const found: Cue[] = [];
	const lastOf = new Map<CueKind, Cue>();
	for (let at = 0; at < words.length; at++)
		patterns().match(words, at, (pattern, meaning, after) => {
			if (language !== 'auto' && meaning.language !== language) return;
			if (!pattern.keepsUnderNegation && isNegated(facts, at)) return;
			const cue = cueOf(meaning, tokens[at]!, tokens[after - 1]!, tokens[after]);
			const before = lastOf.get(meaning.kind);
			if (before && cue.start < before.end) {
				before.end = Math.max(before.end, cue.end);
				before.strength = Math.max(before.strength, cue.strength);
				return;
			}
			lastOf.set(meaning.kind, cue);
			found.push(cue);
		});
	return found;
}

function cueOf({ kind, strength }: Meaning, first: Token, last: Token, next: Token | undefined): Cue {
	const loud = next?.kind === 'mark' && next.text.includes('!');
	return { kind, start: first.start, end: last.end, strength: Math.min(1, strength + (loud ? LOUDER : 0)) };
}
