import { foldWord } from '../../sentiment/fold-word.ts';

/** One place of a pattern: words, beginnings of words, or a gap. */
interface Slot {
	words: ReadonlySet<string>;
	/** Beginnings, of at least four letters where they open a pattern. */
	stems: readonly string[];
	optional: boolean;
	/** Up to so many words of any kind; 0 = this is no gap. */
	gap: number;
}

export interface PhrasePattern {
	slots: readonly Slot[];
	/** A "no" before it does not turn it: it has its own, or means the same with one. */
	keepsUnderNegation: boolean;
	/** Only as the turn's first words, only as its last. */
	atStart: boolean;
	atEnd: boolean;
}

const STEM_KEY = 4;
/** Marks and emoji that may stand after the last word. */
const MARKS_AT_END = 8;

function slotOf(part: string): Slot {
	if (part.startsWith('~'))
		return { words: new Set(), stems: [], optional: false, gap: Number(part.slice(1)) };
	const optional = part.endsWith('?');
	const words = (optional ? part.slice(0, -1) : part).split('|');
	return {
		words: new Set(words.filter((word) => !word.endsWith('*')).map(foldWord)),
		stems: words.filter((word) => word.endsWith('*')).map((word) => foldWord(word.slice(0, -1))),
		optional,
		gap: 0
	};
}

/**
 * Reads a pattern of words: `a|b` either, `pref*` a beginning, `word?` may be left out, `~2` up to two words of any
 * kind; a leading `!` keeps it under a negation ("why can't I…"), a leading `^` asks for the turn's beginning, a last `$`
 * for its end.
 *
 * @example parsePattern('speak|talk ~1 to|with a? person|human|agent')
 */
export function parsePattern(text: string): PhrasePattern {
	const parts = text.trim().split(/\s+/);
	const keepsUnderNegation = parts[0]!.startsWith('!');
	if (keepsUnderNegation) parts[0] = parts[0]!.slice(1);
	const atStart = parts[0]!.startsWith('^');
	if (atStart) parts[0] = parts[0]!.slice(1);
	const atEnd = parts.at(-1) === '$';
	if (atEnd) parts.pop();
	const slots = parts.map(slotOf);
	const [first] = slots;
	if (first!.gap > 0 || first!.stems.some((stem) => stem.length < STEM_KEY))
		throw new Error(`Reading the pattern "${text}": it must begin with words or stems of four letters.`);
	return { slots, keepsUnderNegation, atStart, atEnd };
}

function pushTo<T>(map: Map<string, T[]>, key: string, item: T): void {
	const list = map.get(key);
	if (list) list.push(item);
	else map.set(key, [item]);
}

/** Patterns by the words and stems that they can begin with. */
export class PatternIndex<T> {
	readonly #byWord = new Map<string, { pattern: PhrasePattern; value: T }[]>();
	readonly #byStem = new Map<string, { pattern: PhrasePattern; value: T }[]>();

	add(text: string, value: T): void {
		const pattern = parsePattern(text);
		this.#put(pattern, value);
		const [first, ...rest] = pattern.slots;
		if (first!.optional) this.#put({ ...pattern, slots: rest }, value);
	}

	#put(pattern: PhrasePattern, value: T): void {
		const [first] = pattern.slots;
		const keys = new Set(first!.stems.map((stem) => stem.slice(0, STEM_KEY)));
		for (const word of first!.words) pushTo(this.#byWord, word, { pattern, value });
		for (const key of keys) pushTo(this.#byStem, key, { pattern, value });
	}

	/** Calls `visit` for each pattern that begins at word `at`, with the place after its last word. */
	match(
		words: readonly (string | null)[],
		at: number,
		visit: (pattern: PhrasePattern, value: T, after: number) => void
	): void {
		const word = words[at];
		if (!word) return;
		for (const list of [this.#byWord.get(word), this.#byStem.get(word.slice(0, STEM_KEY))])
			for (const { pattern, value } of list ?? []) {
				const after = matchFrom(pattern.slots, 0, words, at);
				if (after <= at) continue;
				if (pattern.atStart && !isFirstWord(words, at)) continue;
				if (pattern.atEnd && words.slice(after, after + MARKS_AT_END).some((next) => next !== null)) continue;
				visit(pattern, value, after);
			}
	}
}

/** Whether only marks come before it. Looks back to the word before: from the start on, a long text would take its square. */
function isFirstWord(words: readonly (string | null)[], at: number): boolean {
	let before = at - 1;
	while (before >= 0 && words[before] === null) before--;
	return before < 0;
}

const fits = (slot: Slot, word: string) =>
	slot.words.has(word) || slot.stems.some((stem) => word.startsWith(stem));

/** The place after the match of `slots` from `slot` on at `at`; −1 where they do not match. A mark (null) ends a phrase. */
function matchFrom(
	slots: readonly Slot[],
	slot: number,
	words: readonly (string | null)[],
	at: number
): number {
	if (slot === slots.length) return at;
	const { gap, optional } = slots[slot]!;
	if (gap > 0) {
		for (let skip = 0; skip <= gap; skip++) {
			if (skip > 0 && !words[at + skip - 1]) return -1;
			const after = matchFrom(slots, slot + 1, words, at + skip);
			if (after >= 0) return after;
		}
		return -1;
	}
	const word = words[at];
	if (word && fits(slots[slot]!, word)) {
		const after = matchFrom(slots, slot + 1, words, at + 1);
		if (after >= 0) return after;
	}
	return optional ? matchFrom(slots, slot + 1, words, at) : -1;
}
