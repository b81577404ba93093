/** An import as the page shows it. */
export interface ImportRow {
	id: string;
	fileName: string;
	format: string;
	importedAt: number;
	rowCount: number;
	rejectedCount: number;
	timeZone: string;
}
