import type { QueueSeries } from '#lib/contracts/live.ts';

/** As many minutes as a snapshot brings. */
export const KEPT_STEPS = 90;

/**
 * A curve with the minutes that have ended since put at its end. Minutes already there are replaced (the delta
 * counts them anew); if some in between are missing, or the source jumped to another time, the new ones stand alone.
 */
export function mergeSeries(old: QueueSeries | undefined, ended: QueueSeries): QueueSeries {
	if (!old || old.stepMs !== ended.stepMs) return ended;
	const startMs = ended.untilMs - ended.waiting.length * ended.stepMs;
	const overlap = (old.untilMs - startMs) / ended.stepMs;
	if (!Number.isInteger(overlap) || overlap < 0 || ended.untilMs < old.untilMs) return ended;
	const kept = Math.max(0, old.waiting.length - overlap);
	return {
		untilMs: ended.untilMs,
		stepMs: ended.stepMs,
		waiting: [...old.waiting.slice(0, kept), ...ended.waiting].slice(-KEPT_STEPS),
		serviceLevel: [...old.serviceLevel.slice(0, kept), ...ended.serviceLevel].slice(-KEPT_STEPS)
	};
}
