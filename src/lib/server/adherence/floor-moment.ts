import { floorClock, type LiveState } from '../live/index.ts';
import type { Moment } from './judge-people.ts';

/** The floor's time; where every source has fallen silent, states are known up to their last word. */
export function floorMoment(state: LiveState, wallMs: number): Moment {
	const { mode, offsetMs } = floorClock(state, wallMs);
	const nowMs = wallMs + offsetMs;
	if (mode !== 'silent') return { nowMs, knownUntilMs: nowMs };
	let last = -Infinity;
	for (const { lastEventAt } of state.sources.values()) last = Math.max(last, lastEventAt ?? -Infinity);
	return { nowMs, knownUntilMs: Math.min(nowMs, last) };
}
