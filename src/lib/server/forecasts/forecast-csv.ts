import { toCsv } from '#lib/format/to-csv.ts';
import type { Actor, Context } from '../context.ts';
import { isoInZone, openTimeZone } from '../history/index.ts';
import { findForecast } from './read-forecasts.ts';
import { readForecastIntervals } from './read-forecast-intervals.ts';

const COLUMNS = [
	'interval_start',
	'queue',
	'offered',
	'p10',
	'p90',
	'aht_seconds',
	'aht_p10_seconds',
	'aht_p90_seconds',
	'computed_offered',
	'computed_aht_seconds',
	'overrides'
];
const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

/**
 * A forecast's intervals as the `marea forecast` command writes them, changes by hand in them; then what was
 * computed, and how many changes reach the interval. Null when there is none such.
 */
export async function forecastCsv(
	ctx: Context,
	actor: Actor,
	id: string,
	queueId?: string
): Promise<{ name: string; csv: string } | null> {
	const found = await findForecast(ctx, actor, id);
	if (!found) return null;
	const zone = openTimeZone(found.timeZone)!;
	const rows = await readForecastIntervals(ctx, actor, id, queueId);
	const cells = rows.map((row) => [
		isoInZone(row.startAt, zone),
		row.queueId,
		round(row.offered),
		round(row.p10),
		round(row.p90),
		round(row.ahtSeconds),
		round(row.ahtP10Seconds),
		round(row.ahtP90Seconds),
		round(row.computed.offered),
		round(row.computed.ahtSeconds),
		row.overrideIds.length
	]);
	return { name: found.name, csv: toCsv(COLUMNS, cells) };
}
