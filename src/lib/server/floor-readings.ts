import type { Reading } from './alerts/index.ts';
import type { QueueNeed } from './attention/index.ts';
import type { Centre } from './centre.ts';
import { queueNow } from './live/index.ts';
import type { Ahead } from './predictions/index.ts';

/** What is foreseen of a queue so many minutes ahead; null = unknown. */
export interface Foresight {
	ahead(queueId: string, minutes: number): Ahead | null;
}

/** What is known of the floor beyond its rows; what is left out is unknown. */
export interface Outlooks {
	foresight?: Foresight;
	/** Who needs a person. */
	needs?: { queueNeeds(): ReadonlyMap<string, QueueNeed> };
}

/** No open contact in the queue. */
const NOBODY: QueueNeed = { count: 0, longestSeconds: 0, worstMood: null };

/**
 * What every queue is judged by now. A source that has said nothing since `startedAtMs`, when the process began to
 * listen, is silent since then: whether it spoke before is no fault of its.
 */
export function floorReadings(
	{ state, feed }: Centre,
	wallMs: number,
	startedAtMs: number,
	{ foresight, needs }: Outlooks
): Reading[] {
	return feed.queueRows(wallMs).flatMap((row) => {
		const queue = state.queues.get(row.id);
		if (!queue) return [];
		const clock = queue.source === null ? undefined : state.sources.get(queue.source);
		const silentMs = clock?.isSilent(wallMs) ? wallMs - Math.max(clock.lastReceivedAt, startedAtMs) : null;
		return [
			{
				row,
				nowMs: queueNow(state, queue, wallMs),
				silentSeconds: silentMs === null ? null : Math.max(0, silentMs) / 1000,
				ahead: (minutes: number) => foresight?.ahead(row.id, minutes) ?? null,
				need: needs && (needs.queueNeeds().get(row.id) ?? NOBODY)
			}
		];
	});
}
