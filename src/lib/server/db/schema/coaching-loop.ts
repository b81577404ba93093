import { index, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
	COACHING_NOTICES,
	GOAL_STATES,
	SESSION_STATES,
	type SessionEvidence
} from '#lib/contracts/coaching.ts';
import { users } from './access.ts';
import { agents } from './agents.ts';
import { instant } from './columns.ts';

/**
 * A talk between an agent and a coach about one behaviour. What it stands on is copied from the finding, which the next
 * computation replaces.
 */
export const coachingSessions = sqliteTable(
	'coaching_sessions',
	{
		id: text('id').primaryKey(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		/** Null: the coach's account is gone. */
		coachId: text('coach_id').references(() => users.id, { onDelete: 'set null' }),
		cause: text('cause').notNull(),
		/** Of the catalogue; null = no module, a talk only. */
		moduleId: text('module_id'),
		/** Metrics that the session is meant to move, the main one first. */
		metrics: text('metrics', { mode: 'json' }).$type<string[]>().notNull(),
		mainCase: text('main_case', { mode: 'json' }).$type<{
			queue: string;
			channel: string;
			intent: string;
		} | null>(),
		/** ExpectedEffect[] of the module as recommended. */
		expected: text('expected', { mode: 'json' }).$type<unknown[]>().notNull(),
		evidence: text('evidence', { mode: 'json' }).$type<SessionEvidence[]>().notNull(),
		state: text('state', { enum: SESSION_STATES }).notNull().default('planned'),
		/** The state that undo brings back. */
		stateBefore: text('state_before', { enum: SESSION_STATES }),
		startAt: instant('start_at').notNull(),
		endAt: instant('end_at').notNull(),
		/** Seen by the agent once the session is held. */
		notes: text('notes').notNull().default(''),
		heldAt: instant('held_at'),
		acknowledgedAt: instant('acknowledged_at'),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		changedAt: instant('changed_at').notNull()
	},
	(table) => [
		index('coaching_sessions_agent').on(table.agentId, table.startAt),
		index('coaching_sessions_coach').on(table.coachId, table.startAt)
	]
);

/** What was agreed to be reached, in one metric. */
export const coachingGoals = sqliteTable(
	'coaching_goals',
	{
		id: text('id').primaryKey(),
		sessionId: text('session_id')
			.notNull()
			.references(() => coachingSessions.id, { onDelete: 'cascade' }),
		metric: text('metric').notNull(),
		/** In the metric's own unit: seconds, a share, or the figure itself. */
		from: real('from_value').notNull(),
		target: real('target').notNull(),
		/** Local date by which. */
		byDate: text('by_date').notNull(),
		state: text('state', { enum: GOAL_STATES }).notNull().default('open'),
		/** Since the session, on the agent's usual mix of work, and how likely that is the target or better; null = too little seen. */
		current: real('current_value'),
		probability: real('probability'),
		changedAt: instant('changed_at').notNull()
	},
	(table) => [index('coaching_goals_session').on(table.sessionId)]
);

/** The latest answer to "did it help", by session and metric. */
export const coachingEffects = sqliteTable(
	'coaching_effects',
	{
		sessionId: text('session_id')
			.notNull()
			.references(() => coachingSessions.id, { onDelete: 'cascade' }),
		metric: text('metric').notNull(),
		kind: text('kind', { enum: ['measured', 'too-early', 'untellable'] }).notNull(),
		/** The solver's MeasuredEffect. */
		found: text('found', { mode: 'json' }).$type<unknown>().notNull(),
		computedAt: instant('computed_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.metric] })]
);

/** Written under an agent's coaching, or under one session, by the agent or a coach. */
export const coachingComments = sqliteTable(
	'coaching_comments',
	{
		id: text('id').primaryKey(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		sessionId: text('session_id').references(() => coachingSessions.id, { onDelete: 'cascade' }),
		/** Actor: `user:ID`. */
		writtenBy: text('written_by').notNull(),
		text: text('text').notNull(),
		writtenAt: instant('written_at').notNull(),
		removedAt: instant('removed_at')
	},
	(table) => [index('coaching_comments_agent').on(table.agentId, table.writtenAt)]
);

/** Praise for something done well, with the contact that shows it where there is one. */
export const coachingKudos = sqliteTable(
	'coaching_kudos',
	{
		id: text('id').primaryKey(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		givenBy: text('given_by').notNull(),
		text: text('text').notNull(),
		metric: text('metric'),
		contactId: text('contact_id'),
		givenAt: instant('given_at').notNull(),
		removedAt: instant('removed_at')
	},
	(table) => [index('coaching_kudos_agent').on(table.agentId, table.givenAt)]
);

/** A recommendation that an agent does not want to see for a while. */
export const coachingMutes = sqliteTable(
	'coaching_mutes',
	{
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		cause: text('cause').notNull(),
		until: instant('until').notNull()
	},
	(table) => [primaryKey({ columns: [table.agentId, table.cause] })]
);

/** Told to one user; also sent by e-mail where that is set up. */
export const notices = sqliteTable(
	'notices',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: COACHING_NOTICES }).notNull(),
		/** What the sentence names: an agent, a coach, a session. */
		about: text('about', { mode: 'json' }).$type<Record<string, string | number>>().notNull(),
		/** Page to open. */
		href: text('href').notNull(),
		toldAt: instant('told_at').notNull(),
		readAt: instant('read_at')
	},
	(table) => [index('notices_user').on(table.userId, table.toldAt)]
);

/** The secret of a user’s calendar address, hashed, and when it was last looked at. */
export const calendarLinks = sqliteTable('calendar_links', {
	userId: text('user_id')
		.primaryKey()
		.references(() => users.id, { onDelete: 'cascade' }),
	secretHash: text('secret_hash').notNull().unique(),
	createdAt: instant('created_at').notNull(),
	usedAt: instant('used_at')
});
