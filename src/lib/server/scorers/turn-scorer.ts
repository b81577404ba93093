import type { MoodWord, SentimentLabel, TurnLanguage } from '#solver/sentiment/index.ts';

/** A customer's turn to be read; `auto`: the scorer tells the language by itself. */
export interface Turn {
	language: 'auto' | 'en' | 'es';
	text: string;
}

export interface ScoredTurn {
	/** −1 (very negative) … 1 (very positive); null: the words say nothing that could be read. */
	score: number | null;
	label: SentimentLabel;
	language: TurnLanguage;
	/** What made the score, in the order of the text; of a transformer, what the built-in model would show. */
	words: MoodWord[];
	/** How likely the label is right, 0–1. */
	confidence: number;
}

/** What reads the mood of customers' turns: the built-in model, or a transformer from a folder. */
export interface TurnScorer {
	readonly name: string;
	/** An answer for each turn, in order. Rejects when it cannot read any more: the caller falls back. */
	score(turns: readonly Turn[]): Promise<ScoredTurn[]>;
	close(): Promise<void>;
}
