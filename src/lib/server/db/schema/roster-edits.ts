import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EDIT_STEPS } from '#lib/contracts/roster-edits.ts';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import type { Violation } from '#solver/rostering/index.ts';
import { instant } from './columns.ts';
import { rosters } from './planning.ts';

/** What was changed in a draft by hand, step by step; taking back and bringing again are steps themselves. */
export const rosterEdits = sqliteTable(
	'roster_edits',
	{
		rosterId: text('roster_id')
			.notNull()
			.references(() => rosters.id, { onDelete: 'cascade' }),
		/** From 1 on in each roster: who has not seen the last one writes none. */
		sequence: integer('sequence').notNull(),
		/** The browser's own, so that an edit that is sent twice is stored once. */
		id: text('id').notNull().unique(),
		what: text('what', { enum: EDIT_STEPS }).notNull(),
		before: text('before', { mode: 'json' }).$type<PlacedShift[]>().notNull(),
		after: text('after', { mode: 'json' }).$type<PlacedShift[]>().notNull(),
		reason: text('reason'),
		brokenRules: text('broken_rules', { mode: 'json' }).$type<Violation[]>().notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Of an undo or redo: the step that it is about. */
		about: integer('about'),
		/** The step that took it back; null: in force. */
		undoneBy: integer('undone_by')
	},
	(table) => [primaryKey({ columns: [table.rosterId, table.sequence] })]
);
