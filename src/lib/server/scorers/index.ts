export { builtInScorer } from './built-in-scorer.ts';
export { LiveScorer, type ScorerStatus } from './live-scorer.ts';
export { MODEL_VARIABLE } from './model-folder.ts';
export { openScorer } from './open-scorer.ts';
export type { ScoredTurn, Turn, TurnScorer } from './turn-scorer.ts';
