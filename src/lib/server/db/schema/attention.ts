import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';
import { contacts } from './contacts.ts';

/** What supervisors do about a contact that needs a person: who looks after it, until when it is left aside, a note. */
export const contactCare = sqliteTable('contact_care', {
	contactId: text('contact_id')
		.primaryKey()
		.references(() => contacts.id, { onDelete: 'cascade' }),
	takenBy: text('taken_by'),
	takenAt: instant('taken_at'),
	snoozedUntil: instant('snoozed_until'),
	note: text('note'),
	noteBy: text('note_by'),
	changedAt: instant('changed_at').notNull()
});
