import { findMoods } from './find-moods.ts';
import { identifyLanguage, type TurnLanguage } from './language/identify-language.ts';
import { measureTurn } from './measure-turn.ts';
import { tokenise } from './tokenise.ts';
import { labelOfScore, type SentimentLabel } from './label-of-score.ts';

export interface TurnSentiment {
	/** −1 (very negative) … 1 (very positive). */
	score: number;
	label: SentimentLabel;
	language: TurnLanguage;
	/** 0 (a guess) … 1 (sure). */
	confidence: number;
	/** What made the score, with its place in the text; weight −1…1. */
	words: { start: number; end: number; text: string; weight: number }[];
}

/** Mood of one turn (first version: the rules by themselves). */
export function scoreTurn(text: string, { language = 'auto' }: { language?: 'auto' | 'en' | 'es' } = {}): TurnSentiment {
	if (typeof text !== 'string') throw new TypeError(`Score a turn: text "${String(text)}" must be a string.`);
	const tokens = tokenise(text);
	const identified = identifyLanguage(tokens);
	const share = language === 'auto' ? identified.share : { en: language === 'en' ? 1 : 0, es: language === 'es' ? 1 : 0 };
	const found = language === 'auto' ? identified.language : language;
	const moods = findMoods(tokens, share);
	const words = moods.hits.map((hit) => {
		const [start, end] = [tokens[hit.first]!.start, tokens[hit.last]!.end];
		return { start, end, text: text.slice(start, end), weight: Math.max(-1, Math.min(1, hit.strength / 4)) };
	});
	const { dense } = measureTurn(tokens, moods);
	const raw = dense[1]!;
	const shifted = raw > 0.35 ? raw : raw > -0.12 ? raw * 0.1 : raw;
	if (found === 'unknown') return { score: Math.max(-0.04, Math.min(0.04, shifted)), label: 'neutral', language: found, confidence: 0.1, words };
	const score = Math.max(-1, Math.min(1, shifted));
	return { score, label: labelOfScore(score), language: found, confidence: 0.5 + Math.abs(score) / 2, words };
}
