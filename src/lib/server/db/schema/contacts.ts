import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CHANNELS, PARTIES, VISIT_OUTCOMES } from '#lib/contracts/terms.ts';
import { flag, instant } from './columns.ts';
import { agents } from './agents.ts';
import { queues } from './queues.ts';

// Folds of the event log, kept for queries; `marea verify` compares them with it.

export const contacts = sqliteTable(
	'contacts',
	{
		id: text('id').primaryKey(),
		source: text('source').notNull(),
		channel: text('channel', { enum: CHANNELS }),
		customer: text('customer'),
		language: text('language'),
		intent: text('intent'),
		queueId: text('queue_id').references(() => queues.id),
		agentId: text('agent_id').references(() => agents.id),
		startedAt: instant('started_at').notNull(),
		endedAt: instant('ended_at'),
		lastEventAt: instant('last_event_at').notNull(),
		botOutcome: text('bot_outcome', { enum: ['active', 'resolved', 'escalated', 'left'] }),
		botStartedAt: instant('bot_started_at'),
		botEndedAt: instant('bot_ended_at'),
		botId: text('bot_id'),
		/** The queue that the bot spoke for or passed it to, as its source names it. */
		botQueue: text('bot_queue'),
		botReason: text('bot_reason'),
		/** A letter a turn: `u` understood, `f` failed, `-` not told. */
		botPath: text('bot_path'),
		csat: integer('csat'),
		/** The customer's turns that have a score, and the sentiment that they make, −5…+5. */
		moodTurns: integer('mood_turns').notNull().default(0),
		mood: real('mood'),
		moodQ1: real('mood_q1'),
		moodQ2: real('mood_q2'),
		moodQ3: real('mood_q3'),
		moodQ4: real('mood_q4'),
		/** Last quarter less first. */
		moodShift: real('mood_shift'),
		/** The running mood after the last turn. */
		moodEnd: real('mood_end'),
		moodWithBot: real('mood_with_bot'),
		moodWithPerson: real('mood_with_person'),
		/** In how many of the customer's turns each kind is heard: `{"anger":2}`. */
		cues: text('cues'),
		isDemo: flag('is_demo').notNull().default(false)
	},
	(table) => [
		index('contacts_last_event').on(table.lastEventAt),
		// Also which were under way at a past moment.
		index('contacts_started_last').on(table.startedAt, table.lastEventAt),
		index('contacts_bot_started')
			.on(table.botStartedAt)
			.where(sql`bot_started_at IS NOT NULL`),
		index('contacts_customer').on(table.customer, table.startedAt)
	]
);

/** One stay of a contact in a queue: what service level, abandonment and the intervals are counted from. */
export const visits = sqliteTable(
	'visits',
	{
		contactId: text('contact_id')
			.notNull()
			.references(() => contacts.id, { onDelete: 'cascade' }),
		ordinal: integer('ordinal').notNull(),
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id),
		enteredAt: instant('entered_at').notNull(),
		outcome: text('outcome', { enum: VISIT_OUTCOMES }).notNull(),
		/** When the wait ended; null while waiting. */
		leftAt: instant('left_at'),
		agentId: text('agent_id').references(() => agents.id),
		/** When the agent was done talking; null while handling. */
		handledUntil: instant('handled_until'),
		talkMs: integer('talk_ms').notNull().default(0),
		holdMs: integer('hold_ms').notNull().default(0),
		wrapMs: integer('wrap_ms').notNull().default(0)
	},
	(table) => [
		primaryKey({ columns: [table.contactId, table.ordinal] }),
		index('visits_queue_entered').on(table.queueId, table.enteredAt),
		// The few that are open among all that ever were: a restart begins with them.
		index('visits_open')
			.on(table.contactId)
			.where(sql`handled_until IS NULL AND outcome IN ('waiting', 'answered')`)
	]
);

export const messages = sqliteTable(
	'messages',
	{
		contactId: text('contact_id')
			.notNull()
			.references(() => contacts.id, { onDelete: 'cascade' }),
		ordinal: integer('ordinal').notNull(),
		at: instant('at').notNull(),
		party: text('party', { enum: PARTIES }).notNull(),
		text: text('text').notNull(),
		language: text('language'),
		/** Customer turns only, −1 to 1. */
		score: real('score'),
		withBot: flag('with_bot').notNull().default(false)
	},
	(table) => [primaryKey({ columns: [table.contactId, table.ordinal] })]
);
