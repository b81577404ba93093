export { previewPurge, purge } from './purge.ts';
export { PurgeWatch } from './purge-watch.ts';
export { readRetention } from './read-retention.ts';
export { setRetention } from './set-retention.ts';
