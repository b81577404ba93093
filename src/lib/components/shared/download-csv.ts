import { toCsv } from '#lib/format/index.ts';

/** Hands the browser a CSV file. A byte-order mark makes spreadsheets read the accents. */
export function downloadCsv(
	fileName: string,
	header: readonly string[],
	rows: readonly (readonly (string | number | boolean | null | undefined)[])[]
): void {
	const blob = new Blob(['\uFEFF', toCsv(header, rows)], { type: 'text/csv;charset=utf-8' });
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName.endsWith('.csv') ? fileName : `${fileName}.csv`;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
