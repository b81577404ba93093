import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
	finishedAt: instant('finished_at')
});

export const auditLog = sqliteTable(
	'audit_log',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		at: instant('at').notNull(),
		/** A user's id, an API key's id or `system`. */
		actor: text('actor').notNull(),
		action: text('action').notNull(),
		subject: text('subject').notNull(),
		before: text('before', { mode: 'json' }).$type<unknown>(),
		after: text('after', { mode: 'json' }).$type<unknown>()
	},
	(table) => [index('audit_log_at').on(table.at)]
);
