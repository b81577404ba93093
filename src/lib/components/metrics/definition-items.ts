import { METRICS, type Metric } from '#lib/contracts/metric-definitions.ts';
import type { PaletteItem } from '#lib/live/ui-state.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { metricName } from './metric-words.ts';

/** The palette's way to each metric's definition. */
export const definitionItems = (show: (metric: Metric) => void): PaletteItem[] =>
	METRICS.map((metric) => ({
		id: `definition:${metric}`,
		label: metricName(metric),
		group: m.metric_definitions(),
		run: () => show(metric)
	}));
