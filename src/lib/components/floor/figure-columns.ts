import type { FigureSource } from '#lib/components/metrics/figure.ts';
import { figureText, figureValue } from '#lib/components/metrics/figure.ts';
import { metricName, metricText } from '#lib/components/metrics/metric-words.ts';
import type { Column } from '#lib/components/shared/column.ts';
import type { Metric } from '#lib/contracts/metric-definitions.ts';
import { m } from '#lib/paraglide/messages.js';

type Place = {
	id?: string;
	label?: () => string;
	width: string;
	digits?: number;
	/** Shown when chosen: everywhere, or in the list of queues, which has more to show. */
	hidden?: true | 'queues';
};

/** In the order of the table, most telling first; short headings where the name is long. */
const PLACES: Partial<Record<Metric, Place>> = {
	waiting: { width: '88px', label: m.floor_col_waiting },
	oldest: { width: '76px', label: m.floor_col_oldest },
	'service-level': { id: 'sl', width: '144px', label: m.floor_sl_short },
	ewt: { width: '84px', label: m.floor_col_ewt },
	available: { id: 'agents', width: '94px', label: m.floor_col_agents },
	occupancy: { width: '60px', label: m.floor_col_occupancy, hidden: 'queues' },
	sentiment: { width: '118px', label: m.floor_col_sentiment },
	offered: { width: '68px', label: m.floor_col_offered, hidden: 'queues' },
	answered: { width: '76px', label: m.floor_col_answered, hidden: true },
	abandoned: { id: 'abandons', width: '72px', label: m.floor_abandoned, hidden: true },
	abandonment: { id: 'abandoned', width: '68px', label: m.floor_col_abandoned, digits: 1 },
	'short-abandoned': { width: '96px', hidden: true },
	'flow-out': { width: '84px', hidden: true },
	asa: { width: '56px', label: m.floor_col_asa },
	'average-wait': { width: '88px', label: m.floor_col_average_wait, hidden: true },
	aht: { width: '56px', label: m.floor_col_aht, hidden: 'queues' },
	talk: { width: '64px', label: m.metric_term_talk, hidden: true },
	hold: { width: '64px', label: m.metric_term_hold, hidden: true },
	acw: { width: '64px', label: m.floor_col_acw, hidden: true },
	handling: { width: '84px', hidden: true },
	containment: { id: 'bots', width: '92px', label: m.floor_col_bots, hidden: 'queues' },
	'bots-active': { width: '84px', label: m.floor_bots, hidden: true },
	escalated: { width: '84px', hidden: true }
};

const ID_METRIC = new Map<string, Metric>(
	(Object.keys(PLACES) as Metric[]).map((metric) => [PLACES[metric]!.id ?? metric, metric])
);

/** The metric that a column shows, and its decimals; null for a column of something else. */
export function figureOfColumn(id: string): { metric: Metric; digits: number } | null {
	const metric = ID_METRIC.get(id);
	return metric ? { metric, digits: PLACES[metric]!.digits ?? 0 } : null;
}

/** Columns that are shown only when chosen. */
export const hiddenColumns = (list: 'queues' | 'groups'): string[] =>
	[...ID_METRIC].flatMap(([id, metric]) => {
		const { hidden } = PLACES[metric]!;
		return hidden === true || hidden === list ? id : [];
	});

/** A column for each live number of whatever `source` reads. */
export function figureColumns<Row>(source: (row: Row) => FigureSource): Column<Row>[] {
	return [...ID_METRIC].map(([id, metric]) => {
		const { label = () => metricName(metric), width, digits = 0, hidden } = PLACES[metric]!;
		return {
			id,
			label: label(),
			hint: metricText(metric),
			value: (row) => figureValue(source(row), metric),
			format: (value) => figureText(metric, value as number | null, { digits }),
			align: metric === 'available' || metric === 'sentiment' ? 'start' : 'end',
			width,
			...(hidden ? { hidden: true } : {})
		};
	});
}
