import type { QueueSeries } from '#lib/contracts/live.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';
import { isLost } from '../lost-contact.ts';
import type { QueueState } from '../live-state.ts';

export const STEP_MS = 60_000;
const WINDOW_MS = 30 * STEP_MS;

/** Waiting at the end of each minute and the service level of the half hour up to it, for `steps` whole minutes before `nowMs`. */
export function queueSeries(
	{ config, tallies, waiting }: QueueState,
	nowMs: number,
	steps: number
): QueueSeries {
	const untilMs = Math.floor(nowMs / STEP_MS) * STEP_MS;
	const series: QueueSeries = { untilMs, stepMs: STEP_MS, waiting: [], serviceLevel: [] };
	// Backwards from the number waiting now: what came and went in each minute is known.
	let count = -tallies.waitingChange(untilMs);
	for (const fold of waiting) if (!isLost(fold, nowMs)) count++;
	for (let i = 0; i < steps; i++) {
		const endMs = untilMs - i * STEP_MS;
		series.waiting.unshift(Math.max(0, count));
		series.serviceLevel.unshift(serviceLevel(config.variant, tallies.sum(endMs - WINDOW_MS, endMs)));
		count -= tallies.waitingChange(endMs - STEP_MS);
	}
	return series;
}
