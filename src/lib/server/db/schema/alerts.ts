import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CommandBefore } from '#lib/contracts/commands.ts';
import { flag, instant } from './columns.ts';
import { queues } from './queues.ts';

/** What is watched, and from when on somebody is told. */
export const alertRules = sqliteTable('alert_rules', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	/** One of contracts/alerts.ts ALERT_METRICS. */
	metric: text('metric').notNull(),
	/** Null = every queue, each for itself. */
	queueId: text('queue_id').references(() => queues.id, { onDelete: 'cascade' }),
	/** Null = every channel. */
	channel: text('channel'),
	/** In the metric's unit; null = this severity is not used. Whether above or below is the metric's nature. */
	watchThreshold: real('watch_threshold'),
	breachThreshold: real('breach_threshold'),
	/** The prediction is judged in place of the present: so many minutes ahead. Null = the present. */
	aheadMinutes: integer('ahead_minutes'),
	/** The threshold must be passed for so long before the alert opens, and be kept again for as long before it closes. */
	holdSeconds: integer('hold_seconds').notNull().default(60),
	/** No second alert of the rule on the same queue within this time of the last one's end. */
	repeatSeconds: integer('repeat_seconds').notNull().default(900),
	isEnabled: flag('is_enabled').notNull().default(true),
	sound: flag('sound').notNull().default(false),
	emails: text('emails', { mode: 'json' }).$type<string[]>().notNull().default([]),
	webhookIds: text('webhook_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull()
});

/** An alert that opened, what became of it, and who took it. */
export const alerts = sqliteTable(
	'alerts',
	{
		id: text('id').primaryKey(),
		/** The rule may be gone; its words stay. */
		ruleId: text('rule_id').notNull(),
		ruleName: text('rule_name').notNull(),
		metric: text('metric').notNull(),
		queueId: text('queue_id').notNull(),
		/** The worst it has been. */
		severity: text('severity', { enum: ['watch', 'breach'] }).notNull(),
		aheadMinutes: integer('ahead_minutes'),
		/** When it opened, and the worst since. */
		value: real('value').notNull(),
		worstValue: real('worst_value').notNull(),
		threshold: real('threshold').notNull(),
		openedAt: instant('opened_at').notNull(),
		closedAt: instant('closed_at'),
		acknowledgedBy: text('acknowledged_by'),
		acknowledgedAt: instant('acknowledged_at'),
		snoozedUntil: instant('snoozed_until'),
		note: text('note'),
		noteBy: text('note_by')
	},
	(table) => [index('alerts_opened').on(table.openedAt), index('alerts_queue').on(table.queueId)]
);

/** An address outside that is told of alerts or commands; its secret signs what is sent. */
export const webhooks = sqliteTable('webhooks', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	url: text('url').notNull(),
	secret: text('secret').notNull(),
	/** `alert`, `command`. */
	topics: text('topics', { mode: 'json' }).$type<('alert' | 'command')[]>().notNull(),
	isEnabled: flag('is_enabled').notNull().default(true),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull()
});

/** What is to be sent outside, in order; it is tried again until it is through or too old. */
export const deliveries = sqliteTable(
	'deliveries',
	{
		id: text('id').primaryKey(),
		kind: text('kind', { enum: ['email', 'webhook'] }).notNull(),
		/** An e-mail address, or a webhook's id. */
		target: text('target').notNull(),
		payload: text('payload', { mode: 'json' }).$type<unknown>().notNull(),
		state: text('state', { enum: ['queued', 'sent', 'failed'] }).notNull(),
		attempts: integer('attempts').notNull().default(0),
		nextAt: instant('next_at').notNull(),
		lastError: text('last_error'),
		createdAt: instant('created_at').notNull(),
		sentAt: instant('sent_at')
	},
	(table) => [index('deliveries_next').on(table.state, table.nextAt)]
);

/** An action asked of the telephony side, and its answer. */
export const commands = sqliteTable(
	'commands',
	{
		id: text('id').primaryKey(),
		/** One of contracts/commands.ts COMMANDS. */
		kind: text('kind').notNull(),
		/** The agent, queue or contact it is about. */
		subject: text('subject').notNull(),
		payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		reason: text('reason'),
		/** Taken from a proposal of the balancer, or by hand. */
		origin: text('origin').notNull().default('hand'),
		state: text('state', { enum: ['requested', 'confirmed', 'refused', 'expired'] }).notNull(),
		answer: text('answer'),
		requestedBy: text('requested_by').notNull(),
		requestedAt: instant('requested_at').notNull(),
		answeredAt: instant('answered_at'),
		expiresAt: instant('expires_at').notNull(),
		/** How it was when it was asked for: what its opposite asks for. */
		before: text('before', { mode: 'json' }).$type<CommandBefore>()
	},
	(table) => [index('commands_requested').on(table.requestedAt), index('commands_subject').on(table.subject)]
);
