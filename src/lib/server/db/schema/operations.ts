import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';

/** Long work: its progress survives the page, its failure survives the process. */
export const jobs = sqliteTable('jobs', {
	id: text('id').primaryKey(),
	kind: text('kind').notNull(),
	state: text('state', { enum: ['queued', 'running', 'done', 'failed', 'cancelled'] }).notNull(),
	/** 0–1. */
	progress: real('progress').notNull().default(0),
	message: text('message'),
	input: text('input', { mode: 'json' }).$type<unknown>().notNull(),
	/** Where the result can be seen. */
	result: text('result', { mode: 'json' }).$type<unknown>(),
	error: text('error'),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
	/** How often it was begun: a stop of the server in between does not count against it for ever. */
	attempts: integer('attempts').notNull().default(1),
	finishedAt: instant('finished_at')
});
