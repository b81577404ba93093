import type { FigureSource } from '#lib/components/metrics/figure.ts';
import type { FloorLive } from '#lib/live/floor.svelte.ts';
import { oldestWaitSeconds } from '#lib/live/oldest-wait-seconds.ts';
import type { WindowsLive } from '#lib/live/windows.svelte.ts';
import { m } from '#lib/paraglide/messages.js';

/** The whole site's numbers over the chosen window; where there is none, today's. */
export function siteSource(floor: FloorLive, windows: WindowsLive): FigureSource {
	const { site } = floor;
	return {
		name: m.floor_site(),
		waiting: site.waiting,
		get oldestSeconds() {
			return oldestWaitSeconds(floor.queues, floor.wallMs);
		},
		handling: site.handling,
		get period() {
			return windows.site;
		},
		variant: 'of-offered',
		agents: site.agents,
		sentiment: site.sentiment,
		ewt: null,
		bots: site.bots
	};
}
