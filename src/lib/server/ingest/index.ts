export { Ingest } from './ingest.ts';
export { logReader } from './log-reader.ts';
export { readBatch, UnreadableBatch } from './read-batch.ts';
export { readEvents } from './event-log.ts';
export { readWholeFrom, wholeFrom } from './whole-from.ts';
