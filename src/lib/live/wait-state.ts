import type { State } from '#lib/components/shared/state.ts';

/** How the oldest wait stands to the queue's threshold: past it is "watch", past three times it a breach. */
export function waitState(waitSeconds: number | null, thresholdSeconds: number): State {
	if (waitSeconds === null || waitSeconds <= thresholdSeconds) return 'ok';
	return waitSeconds <= 3 * thresholdSeconds ? 'watch' : 'breach';
}
