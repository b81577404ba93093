import type { QueueRecord } from '../queues/index.ts';

/** Below this a letter's target is like a call's: somebody has to be there at once. */
const DEFERRED_FROM_SECONDS = 3_600;

/** Whether a queue's contacts may wait for hours, so that they are planned as hours of work. */
export const isDeferred = ({ channel, serviceLevelThresholdSeconds }: QueueRecord): boolean =>
	(channel === 'email' || channel === 'social') && serviceLevelThresholdSeconds >= DEFERRED_FROM_SECONDS;
