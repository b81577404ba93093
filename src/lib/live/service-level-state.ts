import type { State } from '#lib/components/shared/state.ts';

/** Under the target by up to this is "watch", by more a breach. */
const WATCH_BAND = 0.1;

/** How a service level stands to its target, 0–1. */
export function serviceLevelState(serviceLevel: number | null, targetShare: number): State {
	if (serviceLevel === null) return 'unknown';
	if (serviceLevel >= targetShare) return 'ok';
	return serviceLevel >= targetShare - WATCH_BAND ? 'watch' : 'breach';
}
