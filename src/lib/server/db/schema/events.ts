import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { AGENT_STATES } from '#lib/contracts/terms.ts';
import { agents } from './agents.ts';
import { instant } from './columns.ts';

/** The truth: everything live or counted is a fold of this table. */
export const eventLog = sqliteTable(
	'event_log',
	{
		seq: integer('seq').primaryKey({ autoIncrement: true }),
		source: text('source').notNull(),
		id: text('id').notNull(),
		type: text('type').notNull(),
		at: instant('at').notNull(),
		contact: text('contact'),
		agent: text('agent'),
		data: text('data').notNull(),
		receivedAt: instant('received_at').notNull()
	},
	(table) => [
		uniqueIndex('event_log_source_id').on(table.source, table.id),
		index('event_log_contact').on(table.contact),
		index('event_log_agent_at').on(table.agent, table.at),
		// The floor of a past moment is folded by the events' own time.
		index('event_log_at').on(table.at)
	]
);

export const agentStates = sqliteTable(
	'agent_states',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		state: text('state', { enum: AGENT_STATES }).notNull(),
		reason: text('reason'),
		fromAt: instant('from_at').notNull(),
		/** Null while it lasts. */
		toAt: instant('to_at')
	},
	(table) => [index('agent_states_agent_from').on(table.agentId, table.fromAt)]
);
