import { cellText } from './cell-text.ts';
import type { Column } from './column.ts';

const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();

/** The rows in which every typed word stands in some column, accents and case aside. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], text: string): Row[] {
	const words = plain(text).split(/\s+/).filter(Boolean);
	if (words.length === 0) return [...rows];
	return rows.filter((row) => {
		const said = plain(columns.map((column) => cellText(column, row)).join('\n'));
		return words.every((word) => said.includes(word));
	});
}
