import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { users } from './access.ts';

/** The language in which a person last read Marea: what is written to them by e-mail or into their calendar is in it. */
export const userLanguages = sqliteTable('user_languages', {
	userId: text('user_id')
		.primaryKey()
		.references(() => users.id, { onDelete: 'cascade' }),
	language: text('language').notNull()
});
