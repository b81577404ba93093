import type { FloorClock } from '#lib/contracts/live.ts';
import { dayStart } from './day-start.ts';
import type { LiveState } from './live-state.ts';

/** The floor's clock: the wall clock as long as any running source is timely, else the latest replayed time. */
export function floorClock(state: LiveState, wallMs: number): FloorClock {
	let lastReceivedAt: number | null = null;
	let isRunning = false;
	let offsetMs = -Infinity;
	for (const clock of state.sources.values()) {
		if (clock.lastReceivedAt > (lastReceivedAt ?? -Infinity)) lastReceivedAt = clock.lastReceivedAt;
		if (clock.isSilent(wallMs)) continue;
		isRunning = true;
		const offset = clock.offsetMs(wallMs);
		offsetMs = offset === 0 || offsetMs === 0 ? 0 : Math.max(offsetMs, offset);
	}
	if (!isRunning || state.isPast) offsetMs = 0;
	const mode = state.isPast ? 'past' : isRunning ? (offsetMs === 0 ? 'live' : 'replaying') : 'silent';
	return {
		mode,
		offsetMs,
		wallMs,
		dayStartMs: dayStart(wallMs + offsetMs, state.config.site.timeZone),
		lastReceivedAt
	};
}
