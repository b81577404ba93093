export { CUE_KINDS, type Cue, type CueKind } from './cues/cue.ts';
export { findCues } from './cues/find-cues.ts';
export * from './intents/index.ts';
export * from './masking/index.ts';
export { summarise, type SummarySentence } from './summary/summarise.ts';
export { type Turn } from './turn.ts';
