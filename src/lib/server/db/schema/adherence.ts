import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { SCHEDULE_CHANGE_KINDS } from '#solver/adherence/index.ts';
import { agents } from './agents.ts';
import { instant } from './columns.ts';
import type { ShiftPart } from './planning.ts';

/** A change of somebody's published schedule on the day itself. The roster stays as it was published. */
export const scheduleChanges = sqliteTable(
	'schedule_changes',
	{
		/** In the order in which they were recorded: later ones are made to what the earlier ones left. */
		order: integer('order').primaryKey({ autoIncrement: true }),
		id: text('id').notNull().unique(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: SCHEDULE_CHANGE_KINDS }).notNull(),
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		/** Of `cancelled` and `moved`: what it was. */
		activity: text('activity', { enum: ['break', 'lunch', 'training', 'meeting'] }),
		movedTo: instant('moved_to'),
		/** Of `called`: off the queues within the new shift. */
		parts: text('parts', { mode: 'json' }).$type<ShiftPart[]>(),
		/** The re-optimisation of the day (a job), `leave:ID` or `swap:ID` that it comes from; null: recorded by hand. */
		proposalId: text('proposal_id'),
		reason: text('reason').notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Taken back; kept for the record. */
		removedBy: text('removed_by'),
		removedAt: instant('removed_at')
	},
	(table) => [index('schedule_changes_span').on(table.fromAt)]
);

/** Time in which somebody's departure from the schedule is excused. */
export const adherenceExcuses = sqliteTable(
	'adherence_excuses',
	{
		id: text('id').primaryKey(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		reason: text('reason').notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		removedBy: text('removed_by'),
		removedAt: instant('removed_at')
	},
	(table) => [index('adherence_excuses_span').on(table.fromAt)]
);
