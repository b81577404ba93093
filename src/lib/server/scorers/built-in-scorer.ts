import { scoreTurn } from '#solver/sentiment/index.ts';
import type { ScoredTurn, Turn, TurnScorer } from './turn-scorer.ts';

export function scoreByWords({ language, text }: Turn): ScoredTurn {
	const { score, ...read } = scoreTurn(text, { language });
	return { ...read, score: read.language === 'unknown' && score === 0 ? null : score };
}

/** The model that is part of Marea (solver/sentiment). */
export const builtInScorer: TurnScorer = {
	name: 'built-in',
	score: (turns) => Promise.resolve(turns.map(scoreByWords)),
	close: () => Promise.resolve()
};
