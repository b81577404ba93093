import type { Column, Sort } from './column.ts';

/** A sorted copy: numbers by size, text as people of that language sort it, unknown last either way. Stable. */
export function sortRows<Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[],
	sort: Sort | null,
	locale: string
): Row[] {
	const column = sort && columns.find((one) => one.id === sort.id);
	if (!sort || !column) return [...rows];
	const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
	const sign = sort.direction === 'asc' ? 1 : -1;
	return rows
		.map((row) => ({ row, value: column.value(row) ?? null }))
		.sort((a, b) => {
			if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
			if (typeof a.value === 'string' || typeof b.value === 'string') {
				return sign * collator.compare(String(a.value), String(b.value));
			}
			return sign * (Number(a.value) - Number(b.value));
		})
		.map(({ row }) => row);
}
