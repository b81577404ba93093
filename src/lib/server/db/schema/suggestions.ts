import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { SUGGESTION_KINDS, SUGGESTION_STATES } from '#lib/contracts/suggestions.ts';
import { flag, instant } from './columns.ts';

/** What was suggested about a contact, and what came of it. */
export const suggestions = sqliteTable(
	'suggestions',
	{
		id: text('id').primaryKey(),
		kind: text('kind', { enum: SUGGESTION_KINDS }).notNull(),
		contactId: text('contact_id').notNull(),
		queueId: text('queue_id'),
		/** What it points at: an agent's id, `person`, or an answer's id. */
		subject: text('subject').notNull(),
		/** Which rule made it, and which version of it. */
		rule: text('rule').notNull(),
		version: text('version').notNull(),
		score: real('score'),
		reasons: text('reasons', { mode: 'json' }).$type<unknown[]>().notNull(),
		madeAt: instant('made_at').notNull(),
		madeFor: text('made_for').notNull(),
		state: text('state', { enum: SUGGESTION_STATES }).notNull().default('open'),
		/** The contact's last event that the outcome takes in. */
		seenUntil: instant('seen_until').notNull().default(0),
		isFollowed: flag('is_followed'),
		answeredBy: text('answered_by'),
		waitSeconds: real('wait_seconds'),
		handleSeconds: real('handle_seconds'),
		isResolved: flag('is_resolved'),
		csat: integer('csat'),
		/** Mean mood of the customer's last turns less that before the suggestion. */
		moodShift: real('mood_shift'),
		/** Whether the customer came again within the window; null until that is known. */
		cameBack: flag('came_back'),
		settledAt: instant('settled_at')
	},
	(table) => [
		index('suggestions_contact').on(table.contactId, table.kind),
		index('suggestions_made').on(table.madeAt),
		index('suggestions_state').on(table.state)
	]
);
