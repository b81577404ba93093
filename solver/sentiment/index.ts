export { contactSentiment, type ContactSentiment, type ScoredTurn, type PartSentiment } from './contact-sentiment.ts';
export { labelOfScore, LABEL_THRESHOLD, type SentimentLabel } from './label-of-score.ts';
export { scoreTurn, type TurnSentiment } from './score-turn.ts';
export { type TurnLanguage } from './language/identify-language.ts';
