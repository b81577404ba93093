import { UNKNOWN } from '#lib/format/index.ts';
import type { Column } from './column.ts';

/** What a cell says. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
	const value = column.value(row);
	if (column.format) return column.format(value, row);
	return value === null || value === undefined || value === '' ? UNKNOWN : String(value);
}
