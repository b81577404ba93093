import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, instant } from './columns.ts';

/** A page as somebody arranged it: an address with a name. */
export const savedViews = sqliteTable('saved_views', {
	id: text('id').primaryKey(),
	ownerId: text('owner_id').notNull(),
	name: text('name').notNull(),
	/** Path and query, from `/` on. */
	address: text('address').notNull(),
	isShared: flag('is_shared').notNull().default(false),
	createdAt: instant('created_at').notNull()
});

/** A wallboard that opens without an account, by a link that can be revoked. */
export const kioskLinks = sqliteTable('kiosk_links', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	tokenHash: text('token_hash').notNull().unique(),
	/** Queues to show (empty = all), seconds a page stays, language, theme. */
	board: text('board', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
	lastUsedAt: instant('last_used_at'),
	revokedAt: instant('revoked_at')
});
