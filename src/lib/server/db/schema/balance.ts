import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
	PROMISE_OUTCOMES,
	PROPOSAL_ORIGINS,
	UNTOLD_REASONS,
	type PromisedMove
} from '#lib/contracts/balance.ts';
import { flag, instant } from './columns.ts';

/** Moves that were accepted together: what was asked for, and until when the outcome is watched. */
export const balancePromises = sqliteTable(
	'balance_promises',
	{
		id: text('id').primaryKey(),
		origin: text('origin', { enum: PROPOSAL_ORIGINS }).notNull(),
		acceptedBy: text('accepted_by').notNull(),
		acceptedAt: instant('accepted_at').notNull(),
		reason: text('reason'),
		horizonSeconds: integer('horizon_seconds').notNull(),
		moves: text('moves', { mode: 'json' }).$type<PromisedMove[]>().notNull(),
		/** Until when somebody looked after it without a break. */
		watchedUntil: instant('watched_until').notNull(),
		hasGap: flag('has_gap').notNull().default(false)
	},
	(table) => [index('balance_promises_accepted').on(table.acceptedAt)]
);

/** What was promised of a queue, and what came. */
export const balancePromiseQueues = sqliteTable(
	'balance_promise_queues',
	{
		promiseId: text('promise_id')
			.notNull()
			.references(() => balancePromises.id, { onDelete: 'cascade' }),
		queueId: text('queue_id').notNull(),
		/** In the queue's own time. */
		fromAt: instant('from_at').notNull(),
		dueAt: instant('due_at').notNull(),
		/** Service level without the moves and with them: median and ends of the 80 % band; null: nobody will have come. */
		before: real('before'),
		after: real('after'),
		afterLow: real('after_low'),
		afterHigh: real('after_high'),
		outcome: text('outcome', { enum: PROMISE_OUTCOMES }).notNull().default('open'),
		/** Why it cannot be told. */
		why: text('why', { enum: UNTOLD_REASONS }),
		/** Service level of the half hour up to then; null while it is open, and where nobody came. */
		measured: real('measured'),
		/** Contacts of that half hour. */
		offered: integer('offered')
	},
	(table) => [
		primaryKey({ columns: [table.promiseId, table.queueId] }),
		index('balance_promise_queues_outcome').on(table.outcome)
	]
);
