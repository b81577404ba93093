import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, instant } from './columns.ts';

/** Open spans of each weekday in the site's local time, minutes after midnight; 0 = Monday. */
export type OpeningHours = { weekday: number; fromMinute: number; toMinute: number }[];

export const sites = sqliteTable('sites', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	timeZone: text('time_zone').notNull(),
	openingHours: text('opening_hours', { mode: 'json' }).$type<OpeningHours>().notNull().default([]),
	isDemo: flag('is_demo').notNull().default(false),
	createdAt: instant('created_at').notNull()
});

export const settings = sqliteTable('settings', {
	key: text('key').primaryKey(),
	value: text('value', { mode: 'json' }).notNull()
});
