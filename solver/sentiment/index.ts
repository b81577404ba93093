export {
	contactSentiment,
	type ContactSentiment,
	type ScoredTurn,
	type Party,
	type PartSentiment
} from './contact-sentiment.ts';
export { labelOfScore, LABEL_THRESHOLD, type SentimentLabel } from './label-of-score.ts';
export { type MoodWord } from './mood-words.ts';
export { scoreTurn, type ScoreTurnOptions, type TurnSentiment } from './score-turn.ts';
export { type TurnLanguage } from './language/identify-language.ts';
