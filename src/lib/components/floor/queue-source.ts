import type { FigureSource } from '#lib/components/metrics/figure.ts';
import type { QueueRow } from '#lib/contracts/live.ts';
import { ageSeconds } from '#lib/live/age-seconds.ts';
import type { FloorLive } from '#lib/live/floor.svelte.ts';
import type { WindowsLive } from '#lib/live/windows.svelte.ts';

/** A queue's numbers over the chosen window. */
export function queueSource(queue: QueueRow, floor: FloorLive, windows: WindowsLive): FigureSource {
	return {
		name: queue.name,
		waiting: queue.waiting,
		// Read when asked for: it is another each second.
		get oldestSeconds() {
			return ageSeconds(queue.oldestEnteredAt, floor.wallMs, queue.clockOffsetMs);
		},
		handling: queue.handling,
		get period() {
			return windows.queue(queue);
		},
		variant: queue.target.variant,
		agents: queue.agents,
		sentiment: queue.sentiment,
		ewt: {
			seconds: queue.ewtSeconds,
			slots: queue.ewtSlots,
			aht: queue.lastHalfHour.ahtSeconds ?? queue.today.ahtSeconds,
			error: queue.ewtError
		},
		bots: queue.bots
	};
}
