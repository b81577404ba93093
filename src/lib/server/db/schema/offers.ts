import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { OFFER_KINDS, OFFER_STATES, OFFERED_CHANGES } from '#lib/contracts/offers.ts';
import { agents } from './agents.ts';
import { instant } from './columns.ts';

/** Overtime or time off that some people may take, first come, first served. */
export const offers = sqliteTable(
	'offers',
	{
		id: text('id').primaryKey(),
		kind: text('kind', { enum: OFFER_KINDS }).notNull(),
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		/** How many are wanted. */
		places: integer('places').notNull(),
		/** Nobody can accept from then on. */
		expiresAt: instant('expires_at').notNull(),
		/** An acceptance can be taken back until so long before it begins; null: it stands. */
		takeBackMinutes: integer('take_back_minutes'),
		note: text('note'),
		/** The balancer's promise that it was made for; null: by hand. */
		proposalId: text('proposal_id'),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		withdrawnBy: text('withdrawn_by'),
		withdrawnAt: instant('withdrawn_at')
	},
	(table) => [index('offers_span').on(table.toAt)]
);

/** Who is asked, for which part of their own day, and what they said; and who was left out, by which rules. */
export const offerAgents = sqliteTable(
	'offer_agents',
	{
		offerId: text('offer_id')
			.notNull()
			.references(() => offers.id, { onDelete: 'cascade' }),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		state: text('state', { enum: OFFER_STATES }).notNull(),
		/** What becomes of the person's day; null: left out. */
		change: text('change', { enum: OFFERED_CHANGES }),
		fromAt: instant('from_at'),
		toAt: instant('to_at'),
		/** Paid hours that the day gains, or loses (negative). */
		paidHours: real('paid_hours'),
		/** Of who was left out: ids of rules, and other reasons. */
		reasons: text('reasons', { mode: 'json' }).$type<string[]>(),
		answeredAt: instant('answered_at'),
		/** Of an acceptance: the change of the schedule that it made. */
		changeId: text('change_id')
	},
	(table) => [
		primaryKey({ columns: [table.offerId, table.agentId] }),
		index('offer_agents_agent').on(table.agentId)
	]
);
