import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';
import { forecasts } from './planning.ts';

/** All queues of a forecast together: its band is narrower than the sum of theirs. */
export const forecastTotals = sqliteTable(
	'forecast_totals',
	{
		forecastId: text('forecast_id')
			.notNull()
			.references(() => forecasts.id, { onDelete: 'cascade' }),
		startAt: instant('start_at').notNull(),
		offered: real('offered').notNull(),
		p10: real('p10').notNull(),
		p90: real('p90').notNull()
	},
	(table) => [primaryKey({ columns: [table.forecastId, table.startAt] })]
);

/** What a forecast was asked for, beyond what its head says. */
export const forecastRequests = sqliteTable('forecast_requests', {
	forecastId: text('forecast_id')
		.primaryKey()
		.references(() => forecasts.id, { onDelete: 'cascade' }),
	horizonDays: integer('horizon_days').notNull(),
	/** Local date before which the history was read; null = all there was. */
	asOf: text('as_of'),
	/** The queue whose shape a young queue borrowed, by queue. */
	like: text('like', { mode: 'json' }).$type<Record<string, string>>().notNull()
});
