import type { Reading } from './alerts/index.ts';
import type { QueueNeed } from './attention/index.ts';
import type { Centre } from './centre.ts';
import { queueNow } from './live/index.ts';

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
	needs?: ReadonlyMap<string, QueueNeed>
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
				ahead: () => null,
				need: needs && (needs.get(row.id) ?? NOBODY)
			}
		];
	});
}
