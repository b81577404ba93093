import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { historyImportReports, historyImports } from '../db/schema/index.ts';
import { createMissingQueues } from './create-missing-queues.ts';
import type { HistoryError, HistoryFileNote } from './history-file.ts';
import type { QueueSummary } from './queue-summary.ts';
import { readFileApart } from './read-file-apart.ts';
import { storeFacts } from './store-facts.ts';

const Input = z.object({
	fileName: z.string().trim().min(1).max(200),
	/** The file as it is, or its text. */
	text: z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)]),
	/** Of local times without a zone, and of the weekly habits. */
	timeZone: z.string().min(1),
	/** Queue of a two-column file; the file's name when left out. */
	defaultQueue: z.string().trim().max(200).optional(),
	/** Which number of 3/4/2025 is the day; when left out, the file's own dates tell. */
	dateOrder: z.enum(['day-first', 'month-first']).optional()
});
export type ImportHistoryInput = z.infer<typeof Input>;

export type ImportHistoryResult =
	| {
			status: 'imported';
			importId: string;
			rows: number;
			queues: string[];
			/** Intervals that were there already and took the new counts. */
			replaced: number;
			coverage: QueueSummary[];
			errors: HistoryError[];
			errorCount: number;
			notes: HistoryFileNote[];
	  }
	/** Nothing could be read, or nothing was left. */
	| { status: 'refused'; errors: HistoryError[]; errorCount: number; notes: HistoryFileNote[] };

/**
 * Brings in a history file: its good rows are kept and each bad one is named. An interval that is there already
 * takes the new file's counts. Queues not yet known are made with defaults, marked as discovered.
 */
export async function importHistory(
	ctx: Context,
	actor: Actor,
	input: ImportHistoryInput
): Promise<ImportHistoryResult> {
	requireRight(actor, 'history.import');
	const { fileName, text, timeZone, defaultQueue, dateOrder } = parseInput(
		'Importing a history',
		Input,
		input
	);
	const file = await readFileApart(text, {
		timeZone,
		defaultQueue: defaultQueue || nameOf(fileName),
		dateOrder
	});
	const { columns, errors, errorCount, notes, intervalSeconds } = file;
	const rows = columns.startMs.length;
	if (rows === 0 || intervalSeconds === null) return { status: 'refused', errors, errorCount, notes };

	const importId = randomUUID();
	const { orm } = ctx.db;
	await createMissingQueues(ctx, columns.queues, timeZone);
	await orm.batch([
		orm.insert(historyImports).values({
			id: importId,
			fileName,
			format: file.format!,
			importedBy: actor.id,
			importedAt: ctx.now(),
			rowCount: rows,
			rejectedCount: errorCount,
			timeZone
		}),
		recordAudit(ctx, actor, {
			action: 'history.import',
			subject: `import:${importId}`,
			after: { fileName, rows }
		})
	]);
	const replaced = await storeFacts(ctx, importId, intervalSeconds, columns);
	await orm
		.insert(historyImportReports)
		.values({ importId, notes, queues: file.queues, errors, replacedCount: replaced });
	return {
		status: 'imported',
		importId,
		rows,
		queues: columns.queues.map(({ label }) => label),
		replaced,
		coverage: file.queues,
		errors,
		errorCount,
		notes
	};
}

const nameOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '') || fileName;
