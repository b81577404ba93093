import { findMoods, type Moods } from './find-moods.ts';
import { measureTurn, type Measures } from './measure-turn.ts';
import { tokenise, type Token } from './tokenise.ts';

/** Tokens, moods and measures of a text read as the given shares of English and Spanish. */
export function measureText(
	text: string,
	share: { en: number; es: number },
	tokens: readonly Token[] = tokenise(text)
): { tokens: readonly Token[]; moods: Moods; measures: Measures } {
	const moods = findMoods(tokens, share);
	return { tokens, moods, measures: measureTurn(tokens, moods) };
}
