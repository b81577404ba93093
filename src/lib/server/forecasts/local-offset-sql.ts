import type { TimeZone } from '../history/index.ts';

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;

/**
 * SQL for the zone's offset in milliseconds at the instant in `column`, right between two instants; so that a
 * database without zones can sum by local days.
 */
export function localOffsetSql(
	zone: Pick<TimeZone, 'offsetMs'>,
	column: string,
	{ fromAt, toAt }: { fromAt: number; toAt: number }
): string {
	let [offset, cases] = [zone.offsetMs(fromAt), ''];
	for (let at = fromAt; at < toAt; at += DAY_MS) {
		const end = Math.min(at + DAY_MS, toAt);
		if (zone.offsetMs(end) === offset) continue;
		// Clocks change on a quarter of an hour.
		let change = Math.ceil(at / QUARTER_MS) * QUARTER_MS;
		while (zone.offsetMs(change) === offset) change += QUARTER_MS;
		cases += ` WHEN ${column} < ${change} THEN ${offset}`;
		offset = zone.offsetMs(end);
	}
	return cases === '' ? String(offset) : `(CASE${cases} ELSE ${offset} END)`;
}
