import { toCsv } from '#lib/format/index.ts';
import { downloadBlob } from './download-blob.ts';

/** Hands the browser a CSV file. A byte-order mark makes spreadsheets read the accents. */
export function downloadCsv(
	fileName: string,
	header: readonly string[],
	rows: readonly (readonly (string | number | boolean | null | undefined)[])[]
): void {
	const blob = new Blob(['\uFEFF', toCsv(header, rows)], { type: 'text/csv;charset=utf-8' });
	downloadBlob(fileName.endsWith('.csv') ? fileName : `${fileName}.csv`, blob);
}
