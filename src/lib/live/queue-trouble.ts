import type { QueueRow } from '#lib/contracts/live.ts';
import { ageSeconds } from './age-seconds.ts';

/**
 * Contacts that a queue is losing: those of the next half hour by which it is foreseen to miss its target (of the last
 * half hour, where nothing is foreseen), and of those waiting now the part of the threshold already spent (all of them
 * once the oldest, or the expected wait, is past it).
 */
export function queueTrouble(queue: QueueRow, wallMs: number): number {
	const { lastHalfHour, target, waiting, oldestEnteredAt, ewtSeconds, clockOffsetMs, prediction } = queue;
	const gap = lastHalfHour.serviceLevel === null ? 0 : Math.max(0, target.share - lastHalfHour.serviceLevel);
	const oldest = ageSeconds(oldestEnteredAt, wallMs, clockOffsetMs) ?? 0;
	const spent = Math.max(oldest, ewtSeconds ?? 0) / Math.max(1, target.thresholdSeconds);
	const lost = prediction ? prediction.lost30 : gap * lastHalfHour.offered;
	return lost + waiting * Math.min(1, spent);
}
