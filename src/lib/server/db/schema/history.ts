import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';
import { historyImports } from './planning.ts';
import { queues } from './queues.ts';

/** What an import did, kept so that it can be looked up after the page is closed. */
export const historyImportReports = sqliteTable('history_import_reports', {
	importId: text('import_id')
		.primaryKey()
		.references(() => historyImports.id, { onDelete: 'cascade' }),
	/** What was assumed and repaired while the file was read. */
	notes: text('notes', { mode: 'json' }).$type<unknown[]>().notNull(),
	/** Per queue: rows, first and last, gaps. */
	queues: text('queues', { mode: 'json' }).$type<unknown[]>().notNull(),
	/** Rows left out with their reasons; the first thousand. */
	errors: text('errors', { mode: 'json' }).$type<unknown[]>().notNull(),
	/** Intervals that were there already and took the new counts. */
	replacedCount: integer('replaced_count').notNull()
});

/** Counts that a later import replaced: they come back when it is taken back. */
export const replacedFacts = sqliteTable(
	'replaced_facts',
	{
		replacedBy: text('replaced_by')
			.notNull()
			.references(() => historyImports.id, { onDelete: 'cascade' }),
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id, { onDelete: 'cascade' }),
		startAt: instant('start_at').notNull(),
		intervalSeconds: integer('interval_seconds').notNull(),
		/** The import that had brought them. */
		importId: text('import_id'),
		offered: real('offered').notNull(),
		answered: real('answered'),
		abandoned: real('abandoned'),
		ahtSeconds: real('aht_seconds')
	},
	(table) => [
		primaryKey({ columns: [table.replacedBy, table.queueId, table.startAt, table.intervalSeconds] }),
		index('replaced_facts_import').on(table.importId)
	]
);
