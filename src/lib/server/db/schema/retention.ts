import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';

/** Counts of visits that the retention took away: the totals of their intervals stay. */
export const intervalArchive = sqliteTable(
	'interval_archive',
	{
		queueId: text('queue_id').notNull(),
		/** Start of the 15 minutes, by the clock of UTC. */
		startAt: instant('start_at').notNull(),
		/** The live engine's Tally, counted with the thresholds of the day of the purge. */
		tally: text('tally', { mode: 'json' }).$type<Record<string, number>>().notNull(),
		visits: integer('visits').notNull()
	},
	(table) => [primaryKey({ columns: [table.queueId, table.startAt] })]
);
