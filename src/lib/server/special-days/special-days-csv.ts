import { toCsv } from '#lib/format/to-csv.ts';
import type { SpecialDayRow } from './special-day.ts';

export const SPECIAL_DAY_COLUMNS = [
	'date',
	'name',
	'queue',
	'effect',
	'factor',
	'ignored',
	'source'
] as const;

/** Special days as a file that can be brought in again. */
export const specialDaysCsv = (rows: readonly SpecialDayRow[]): string =>
	toCsv(
		SPECIAL_DAY_COLUMNS,
		rows.map((row) => [
			row.date,
			row.name,
			row.queueId ?? '',
			row.isClosed ? 'closed' : row.factor === null ? 'learned' : 'factor',
			row.factor,
			row.isIgnored ? 'yes' : 'no',
			row.source
		])
	);
