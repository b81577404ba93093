import { isoInZone, type TimeZone } from '#lib/server/history/index.ts';
import type { Forecast } from '#solver/forecasting/index.ts';

export interface OutputRow {
	interval_start: string;
	queue: string;
	offered: number;
	p10: number;
	p90: number;
	aht_seconds?: number;
}

const DAY_MS = 86_400_000;
const round = (value: number) => Math.round(value * 1000) / 1000;

/** Rows of the forecast's output: a local interval that the clocks repeat has two, one that they skip has none. */
export function toOutputRows(
	queue: string,
	{ intervals }: Forecast,
	intervalSeconds: number,
	zone: TimeZone
): OutputRow[] {
	return intervals.flatMap(({ day, interval, offered, p10, p90, ahtSeconds }) => {
		const local = zone.fromLocal(day * DAY_MS + interval * intervalSeconds * 1000);
		const starts =
			local.kind === 'never' ? [] : local.kind === 'once' ? [local.utcMs] : [local.utcMs, local.laterUtcMs];
		return starts.map((utcMs) => ({
			interval_start: isoInZone(utcMs, zone),
			queue,
			offered: round(offered),
			p10: round(p10),
			p90: round(p90),
			...(ahtSeconds !== null && { aht_seconds: round(ahtSeconds) })
		}));
	});
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function toCsv(rows: readonly OutputRow[]): string {
	const withAht = rows.some((row) => row.aht_seconds !== undefined);
	const lines = rows.map((row) =>
		[row.interval_start, quote(row.queue), row.offered, row.p10, row.p90]
			.concat(withAht ? [row.aht_seconds ?? ''] : [])
			.join(',')
	);
	return [`interval_start,queue,offered,p10,p90${withAht ? ',aht_seconds' : ''}`, ...lines, ''].join('\n');
}
