import { scoreTurn } from '#solver/sentiment/index.ts';

/** The mood of a customer's turn, −1 to 1; null where the words say nothing that could be read. */
export function scoreText(text: string): number | null {
	const { score, language } = scoreTurn(text);
	return language === 'unknown' && score === 0 ? null : score;
}
