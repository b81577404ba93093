import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { historyImportReports, historyImports } from '../db/schema/index.ts';
import type { HistoryError, HistoryFileNote } from './history-file.ts';
import type { QueueSummary } from './queue-summary.ts';

export interface ImportReport {
	id: string;
	fileName: string;
	rows: number;
	errorCount: number;
	replaced: number;
	coverage: QueueSummary[];
	errors: HistoryError[];
	notes: HistoryFileNote[];
}

/** What an import did. Null when there is none such, or it left no report (the demo's, or one cut off half way). */
export async function findImportReport(
	{ db }: Context,
	actor: Actor,
	importId: string
): Promise<ImportReport | null> {
	requireRight(actor, 'forecast.view');
	const [row] = await db.orm
		.select()
		.from(historyImports)
		.innerJoin(historyImportReports, eq(historyImportReports.importId, historyImports.id))
		.where(eq(historyImports.id, importId));
	if (!row) return null;
	const { history_imports: head, history_import_reports: report } = row;
	return {
		id: head.id,
		fileName: head.fileName,
		rows: head.rowCount,
		errorCount: head.rejectedCount,
		replaced: report.replacedCount,
		coverage: report.queues as QueueSummary[],
		errors: report.errors as HistoryError[],
		notes: report.notes as HistoryFileNote[]
	};
}
