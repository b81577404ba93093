import { toCsv } from '#lib/format/to-csv.ts';
import type { IntradayInterval, IntradayView } from './intraday-view.ts';

const COLUMNS = [
	'forecast',
	'p10',
	'p90',
	'reforecast',
	'reforecastP10',
	'reforecastP90',
	'actual',
	'actualAhtSeconds',
	'planned',
	'required',
	'scheduled',
	'staffed',
	'serviceLevel',
	'expectedServiceLevel'
] as const satisfies readonly (keyof IntradayInterval)[];

/** The day by queue and interval; unknown is an empty cell. */
export const intradayCsv = ({ queues }: IntradayView): string =>
	toCsv(
		['queue', 'intervalStart', ...COLUMNS],
		queues.flatMap(({ queueId, intervals }) =>
			intervals
				.filter((row) => row.forecast !== null || row.actual !== null)
				.map((row) => [
					queueId,
					new Date(row.startAt).toISOString(),
					...COLUMNS.map((column) => rounded(row[column]))
				])
		)
	);

const rounded = (value: number | null): number | null =>
	value === null ? null : Math.round(value * 1000) / 1000;
