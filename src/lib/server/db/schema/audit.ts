import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { AUDIT_CHANNELS } from '#lib/contracts/audit.ts';
import { instant } from './columns.ts';

/** Who did what. Append-only: triggers refuse change and removal (db/guards.ts). */
export const auditLog = sqliteTable(
	'audit_log',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		at: instant('at').notNull(),
		/** `user:ID`, `key:ID` or `system`. */
		actor: text('actor').notNull(),
		action: text('action').notNull(),
		subject: text('subject').notNull(),
		before: text('before', { mode: 'json' }).$type<unknown>(),
		after: text('after', { mode: 'json' }).$type<unknown>(),
		reason: text('reason'),
		address: text('address'),
		channel: text('channel', { enum: AUDIT_CHANNELS }),
		requestId: text('request_id')
	},
	(table) => [
		index('audit_log_at').on(table.at),
		index('audit_log_subject').on(table.subject),
		index('audit_log_actor').on(table.actor),
		index('audit_log_action').on(table.action)
	]
);

/** The hash chain over the entries, in the order of their ids. */
export const auditSeals = sqliteTable('audit_seals', {
	entryId: integer('entry_id').primaryKey(),
	/** SHA-256 over the last entry's hash, what names this one and the digests. */
	hash: text('hash').notNull(),
	/** Salted SHA-256 of each field that may hold words about a person, as it was when it was sealed. */
	digests: text('digests', { mode: 'json' }).$type<string[]>().notNull(),
	/** Erased with the field, so that its digest cannot be guessed from. */
	salts: text('salts', { mode: 'json' }).$type<string[]>().notNull()
});

/** What stands in place of an erased field: its digest, so that what is left is proved, too. */
export const auditRedactions = sqliteTable(
	'audit_redactions',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** Named by the entry that tells of the erasure. */
		erasure: text('erasure').notNull(),
		entryId: integer('entry_id').notNull(),
		field: text('field').notNull(),
		digest: text('digest').notNull()
	},
	(table) => [index('audit_redactions_entry').on(table.entryId)]
);

/** Holds a row only inside the transaction of an erasure or of the retention: the triggers let those through. */
export const auditPermits = sqliteTable('audit_permits', { id: integer('id').primaryKey() });
