import type { QueueRow } from '#lib/contracts/live.ts';
import { ageSeconds } from '#lib/live/age-seconds.ts';
import { serviceLevelState } from '#lib/live/service-level-state.ts';
import { waitState } from '#lib/live/wait-state.ts';

/** The worse of a queue's service level over the window and its oldest wait, where either is bad. */
export function queueTone(
	queue: QueueRow,
	serviceLevel: number | null,
	wallMs: number
): 'watch' | 'breach' | null {
	const states = [
		serviceLevelState(serviceLevel, queue.target.share),
		waitState(ageSeconds(queue.oldestEnteredAt, wallMs, queue.clockOffsetMs), queue.target.thresholdSeconds)
	];
	if (states.includes('breach')) return 'breach';
	return states.includes('watch') ? 'watch' : null;
}
