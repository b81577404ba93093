import type { QueueSeries } from '#lib/contracts/live.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';
import { addTally } from '../fold/queue-tally.ts';
import { isLost } from '../lost-contact.ts';
import type { QueueState } from '../live-parts.ts';

export const STEP_MS = 60_000;
const WINDOW_STEPS = 30;

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
	// The window slides back a minute at a time: one minute leaves it, one comes in.
	const window = { ...tallies.sum(untilMs - WINDOW_STEPS * STEP_MS, untilMs) };
	for (let i = 0; i < steps; i++) {
		const endMs = untilMs - i * STEP_MS;
		series.waiting.push(Math.max(0, count));
		series.serviceLevel.push(serviceLevel(config.variant, window));
		count -= tallies.waitingChange(endMs - STEP_MS);
		const [leaving, coming] = [
			tallies.minute(endMs - STEP_MS),
			tallies.minute(endMs - (WINDOW_STEPS + 1) * STEP_MS)
		];
		if (leaving) addTally(window, leaving, -1);
		if (coming) addTally(window, coming);
	}
	series.waiting.reverse();
	series.serviceLevel.reverse();
	return series;
}
