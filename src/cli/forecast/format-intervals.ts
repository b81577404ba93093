import { isoInZone, type TimeZone } from '#lib/server/history/index.ts';
import { quantileOf, type DailyForecast, type Forecast } from '#solver/forecasting/index.ts';

/** A row of the output; its columns are in the order of its keys. */
export interface OutputRow {
	/** Of an interval … */
	interval_start?: string;
	/** … or of a day. */
	date?: string;
	queue: string;
	offered: number;
	p10: number;
	p90: number;
	aht_seconds?: number;
	/** Quantiles asked for, as `q0.05`. */
	[quantile: `q${number}`]: number;
}

const DAY_MS = 86_400_000;
const round = (value: number) => Math.round(value * 1000) / 1000;

function figures(
	slot: { offered: number; p10: number; p90: number; ahtSeconds: number | null },
	quantiles: readonly number[]
) {
	return {
		offered: round(slot.offered),
		p10: round(slot.p10),
		p90: round(slot.p90),
		...Object.fromEntries(quantiles.map((q) => [`q${q}`, round(quantileOf(slot, q))])),
		...(slot.ahtSeconds !== null && { aht_seconds: round(slot.ahtSeconds) })
	};
}

/** Rows of a forecast by interval: a local one that the clocks repeat has two, one that they skip has none. */
export function toOutputRows(
	queue: string,
	{ intervals }: Pick<Forecast, 'intervals'>,
	intervalSeconds: number,
	zone: TimeZone,
	quantiles: readonly number[] = []
): OutputRow[] {
	return intervals.flatMap((slot) => {
		const local = zone.fromLocal(slot.day * DAY_MS + slot.interval * intervalSeconds * 1000);
		const starts =
			local.kind === 'never' ? [] : local.kind === 'once' ? [local.utcMs] : [local.utcMs, local.laterUtcMs];
		return starts.map((utcMs) => ({
			interval_start: isoInZone(utcMs, zone),
			queue,
			...figures(slot, quantiles)
		}));
	});
}

/** Rows of a forecast by day. */
export const toDayRows = (
	queue: string,
	{ days }: Pick<DailyForecast, 'days'>,
	quantiles: readonly number[] = []
): OutputRow[] =>
	days.map((slot) => ({
		date: new Date(slot.day * DAY_MS).toISOString().slice(0, 10),
		queue,
		...figures(slot, quantiles)
	}));

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** CSV with a header; `aht_seconds` only where some row has it. */
export function toCsv(
	rows: readonly OutputRow[],
	{ isDaily = false, quantiles = [] as readonly number[] } = {}
): string {
	const columns = [
		isDaily ? ('date' as const) : ('interval_start' as const),
		'queue' as const,
		...(['offered', 'p10', 'p90'] as const),
		...quantiles.map((q) => `q${q}` as const),
		...(rows.some((row) => row.aht_seconds !== undefined) ? (['aht_seconds'] as const) : [])
	];
	const lines = rows.map((row) =>
		columns.map((column) => (column === 'queue' ? quote(row.queue) : (row[column] ?? ''))).join(',')
	);
	return [columns.join(','), ...lines, ''].join('\n');
}
