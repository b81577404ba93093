import type { Moods } from './find-moods.ts';
import { learnedWeight } from './predict.ts';
import type { Token } from './tokenise.ts';

/** A piece of a turn that moved its score: `text.slice(start, end)`, and how much, −1…1. */
export interface MoodWord {
	start: number;
	end: number;
	text: string;
	weight: number;
}

/** Learned weights below this are not worth showing. */
const LEAST_LEARNED = 0.05;
const LEAST_LETTERS = 3;
const SPAN = 4;

const clamp = (weight: number) => Math.max(-1, Math.min(1, weight));

/** What made a turn's score: the lexicons' hits, and the words that the models learned to weigh. */
export function moodWords(
	text: string,
	tokens: readonly Token[],
	moods: Moods,
	models: readonly ('en' | 'es')[]
): MoodWord[] {
	const found: MoodWord[] = [];
	const add = (first: Token, last: Token, weight: number) =>
		found.push({
			start: first.start,
			end: last.end,
			text: text.slice(first.start, last.end),
			weight: clamp(weight)
		});
	let next = 0;
	for (const hit of moods.hits) {
		addLearned(next, hit.first);
		add(tokens[hit.first]!, tokens[hit.last]!, hit.strength / SPAN);
		next = hit.last + 1;
	}
	addLearned(next, tokens.length);
	return found;

	function addLearned(from: number, to: number): void {
		for (let i = from; i < to && models.length > 0; i++) {
			const token = tokens[i]!;
			const fact = moods.facts[i];
			if (!fact || token.text.length < LEAST_LETTERS) continue;
			const { hash } = fact;
			const sum = models.reduce((total, model) => total + learnedWeight(hash, tokens.length, model), 0);
			const weight = sum / models.length / SPAN;
			if (Math.abs(weight) >= LEAST_LEARNED) add(token, token, weight);
		}
	}
}
