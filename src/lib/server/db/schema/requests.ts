import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
	AVAILABILITY_STATES,
	CANDIDATE_STATES,
	LEAVE_STATES,
	SWAP_STATES,
	type WeekRange,
	type Wish
} from '#lib/contracts/requests.ts';
import { agents, teams } from './agents.ts';
import { flag, instant } from './columns.ts';
import { skills } from './queues.ts';

const agent = (name = 'agent_id') => text(name).references(() => agents.id, { onDelete: 'cascade' });

/** Leave that an agent asks for. */
export const leaveRequests = sqliteTable(
	'leave_requests',
	{
		/** In the order in which they were asked: the wait-list's. */
		order: integer('order').primaryKey({ autoIncrement: true }),
		id: text('id').notNull().unique(),
		agentId: agent().notNull(),
		/** Of the centre's kinds. */
		kindId: text('kind_id').notNull(),
		isWholeDays: flag('is_whole_days').notNull(),
		/** Local dates, the first and the last; hours lie on the date on which they begin. */
		fromDate: text('from_date').notNull(),
		toDate: text('to_date').notNull(),
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		note: text('note').notNull(),
		state: text('state', { enum: LEAVE_STATES }).notNull(),
		createdAt: instant('created_at').notNull(),
		/** Null: nobody had to. */
		decidedBy: text('decided_by'),
		decidedAt: instant('decided_at'),
		reason: text('reason')
	},
	(table) => [
		index('leave_requests_agent').on(table.agentId, table.fromDate),
		index('leave_requests_until').on(table.toDate)
	]
);

/** An agent's own allowance of a year, in the kind's unit. */
export const leaveAllowances = sqliteTable(
	'leave_allowances',
	{
		agentId: agent().notNull(),
		kindId: text('kind_id').notNull(),
		year: integer('year').notNull(),
		/** Of a whole year; null: no limit. */
		amount: real('amount'),
		/** Local dates of the employment where it begins or ends in the year. */
		fromDate: text('from_date'),
		toDate: text('to_date'),
		carried: real('carried').notNull().default(0),
		carriedUntil: text('carried_until')
	},
	(table) => [primaryKey({ columns: [table.agentId, table.kindId, table.year] })]
);

export const leaveLimits = sqliteTable('leave_limits', {
	id: text('id').primaryKey(),
	teamId: text('team_id').references(() => teams.id, { onDelete: 'cascade' }),
	skillId: text('skill_id').references(() => skills.id, { onDelete: 'cascade' }),
	fromDate: text('from_date'),
	toDate: text('to_date'),
	heads: integer('heads'),
	share: real('share'),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull()
});

/** A shift that an agent offers to colleagues. */
export const swapOffers = sqliteTable(
	'swap_offers',
	{
		id: text('id').primaryKey(),
		agentId: agent().notNull(),
		/** The shift, as it stood when it was offered. */
		startAt: instant('start_at').notNull(),
		endAt: instant('end_at').notNull(),
		kind: text('kind', { enum: ['cover', 'swap'] }).notNull(),
		/** Null: everybody who may. */
		toAgentId: agent('to_agent_id'),
		/** Of a swap, local dates: a shift that begins on one of these days is worked in return. */
		returnFrom: text('return_from'),
		returnTo: text('return_to'),
		note: text('note').notNull(),
		state: text('state', { enum: SWAP_STATES }).notNull(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		takenBy: agent('taken_by'),
		takenAt: instant('taken_at'),
		/** Of a swap: the colleague's shift. */
		returnStartAt: instant('return_start_at'),
		returnEndAt: instant('return_end_at'),
		decidedBy: text('decided_by'),
		decidedAt: instant('decided_at'),
		reason: text('reason')
	},
	(table) => [index('swap_offers_agent').on(table.agentId), index('swap_offers_start').on(table.startAt)]
);

export const swapCandidates = sqliteTable(
	'swap_candidates',
	{
		offerId: text('offer_id')
			.notNull()
			.references(() => swapOffers.id, { onDelete: 'cascade' }),
		agentId: agent().notNull(),
		state: text('state', { enum: CANDIDATE_STATES }).notNull(),
		/** Ids of rules that it would break, whoever's. */
		rules: text('rules', { mode: 'json' }).$type<string[]>().notNull(),
		/** Of a swap: shifts of theirs that may be given for it. */
		returns: text('returns', { mode: 'json' }).$type<{ startAt: number; endAt: number }[]>().notNull(),
		answeredAt: instant('answered_at')
	},
	(table) => [
		primaryKey({ columns: [table.offerId, table.agentId] }),
		index('swap_candidates_agent').on(table.agentId)
	]
);

/** When somebody can work from a date on; the newest that was approved holds. */
export const availabilities = sqliteTable(
	'availabilities',
	{
		order: integer('order').primaryKey({ autoIncrement: true }),
		id: text('id').notNull().unique(),
		agentId: agent().notNull(),
		/** Local date. */
		validFrom: text('valid_from').notNull(),
		/** Null: at any time. */
		ranges: text('ranges', { mode: 'json' }).$type<WeekRange[] | null>(),
		note: text('note').notNull(),
		state: text('state', { enum: AVAILABILITY_STATES }).notNull(),
		createdAt: instant('created_at').notNull(),
		decidedBy: text('decided_by'),
		decidedAt: instant('decided_at'),
		reason: text('reason')
	},
	(table) => [index('availabilities_agent').on(table.agentId, table.validFrom)]
);

/** What an agent would like of the roster. */
export const rosterWishes = sqliteTable('roster_wishes', {
	agentId: agent().notNull().primaryKey(),
	wishes: text('wishes', { mode: 'json' }).$type<Wish[]>().notNull(),
	changedAt: instant('changed_at').notNull()
});
