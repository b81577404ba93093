import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { agents } from './agents.ts';
import { flag, instant } from './columns.ts';
import { queues, skills } from './queues.ts';

/** A history file that was brought in; its rows can be taken back as one. */
export const historyImports = sqliteTable('history_imports', {
	id: text('id').primaryKey(),
	fileName: text('file_name').notNull(),
	format: text('format').notNull(),
	importedBy: text('imported_by').notNull(),
	importedAt: instant('imported_at').notNull(),
	rowCount: integer('row_count').notNull(),
	rejectedCount: integer('rejected_count').notNull(),
	timeZone: text('time_zone').notNull()
});

/** Counts by interval: from a history file, or summed from closed contacts (origin `log`). */
export const intervalFacts = sqliteTable(
	'interval_facts',
	{
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id),
		startAt: instant('start_at').notNull(),
		intervalSeconds: integer('interval_seconds').notNull(),
		importId: text('import_id').references(() => historyImports.id, { onDelete: 'cascade' }),
		offered: real('offered').notNull(),
		answered: real('answered'),
		abandoned: real('abandoned'),
		ahtSeconds: real('aht_seconds')
	},
	(table) => [
		primaryKey({ columns: [table.queueId, table.startAt, table.intervalSeconds] }),
		index('interval_facts_import').on(table.importId)
	]
);

export const forecasts = sqliteTable('forecasts', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	status: text('status', { enum: ['computed', 'published'] })
		.notNull()
		.default('computed'),
	intervalSeconds: integer('interval_seconds').notNull(),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	timeZone: text('time_zone').notNull(),
	/** Per queue: method, weights, back-test, notes. */
	detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
	publishedBy: text('published_by'),
	publishedAt: instant('published_at')
});

export const forecastIntervals = sqliteTable(
	'forecast_intervals',
	{
		forecastId: text('forecast_id')
			.notNull()
			.references(() => forecasts.id, { onDelete: 'cascade' }),
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id),
		startAt: instant('start_at').notNull(),
		offered: real('offered').notNull(),
		p10: real('p10').notNull(),
		p90: real('p90').notNull(),
		ahtSeconds: real('aht_seconds'),
		ahtP10Seconds: real('aht_p10_seconds'),
		ahtP90Seconds: real('aht_p90_seconds'),
		/** What was published, overrides in it: it stays when they change. Null until then. */
		publishedOffered: real('published_offered'),
		publishedAhtSeconds: real('published_aht_seconds')
	},
	(table) => [primaryKey({ columns: [table.forecastId, table.queueId, table.startAt] })]
);

/** A day unlike its weekday: a holiday of the country, or one of the planner's own. */
export const specialDays = sqliteTable(
	'special_days',
	{
		id: text('id').primaryKey(),
		/** Local date, YYYY-MM-DD. */
		date: text('date').notNull(),
		/** Days of one name share what is learned of them. */
		name: text('name').notNull(),
		source: text('source', { enum: ['holiday', 'own'] }).notNull(),
		/** Null = every queue. */
		queueId: text('queue_id').references(() => queues.id, { onDelete: 'cascade' }),
		/** No contacts are offered. */
		isClosed: flag('is_closed').notNull().default(false),
		/** The planner's word on contacts / a usual such weekday's; null = learned from the same day before. */
		factor: real('factor'),
		/** Kept, but not used: the planner does not want this holiday counted. */
		isIgnored: flag('is_ignored').notNull().default(false),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(table) => [index('special_days_date').on(table.date)]
);

/** People who must be at work, whatever the staffing plan asks for. */
export const minimumStaff = sqliteTable('minimum_staff', {
	id: text('id').primaryKey(),
	agents: integer('agents').notNull(),
	/** Null = anybody counts. */
	skillId: text('skill_id').references(() => skills.id, { onDelete: 'cascade' }),
	/** Of the days on which it begins, 0 = Monday … 6. */
	weekdays: text('weekdays', { mode: 'json' }).$type<number[]>().notNull(),
	/** Local minutes of the day on which it begins; beyond 1440 it ends on the next. */
	fromMinute: integer('from_minute').notNull(),
	toMinute: integer('to_minute').notNull(),
	/** First and last local date on which it begins; null = there is none. */
	fromDate: text('from_date'),
	toDate: text('to_date'),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull()
});

/** A planner's change of what is forecast, by hand. It outlives re-forecasts, and can be taken back. */
export const forecastOverrides = sqliteTable(
	'forecast_overrides',
	{
		id: text('id').primaryKey(),
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id, { onDelete: 'cascade' }),
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		measure: text('measure', { enum: ['offered', 'aht'] }).notNull(),
		/** `factor` multiplies every interval; `total` scales the span's contacts to this sum; `value` sets each interval. */
		operation: text('operation', { enum: ['factor', 'total', 'value'] }).notNull(),
		amount: real('amount').notNull(),
		reason: text('reason').notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Taken back; kept for the record and for redo. */
		removedBy: text('removed_by'),
		removedAt: instant('removed_at')
	},
	(table) => [index('forecast_overrides_span').on(table.queueId, table.fromAt)]
);

export const staffingPlans = sqliteTable('staffing_plans', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	forecastId: text('forecast_id')
		.notNull()
		.references(() => forecasts.id, { onDelete: 'cascade' }),
	intervalSeconds: integer('interval_seconds').notNull(),
	/** Targets, shrinkage and handle time that were used, per queue. */
	parameters: text('parameters', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	/** Skill groups (sets of queues with their people) over which the requirement was pooled; null = queue by queue. */
	groups: text('groups', { mode: 'json' }).$type<unknown[]>(),
	/** What the simulation of the plan over the forecast's own uncertainty found; null = not run yet. */
	check: text('check', { mode: 'json' }).$type<Record<string, unknown>>(),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
	/** Taken away, and still there to be brought back. */
	removedAt: instant('removed_at')
});

export const staffingIntervals = sqliteTable(
	'staffing_intervals',
	{
		planId: text('plan_id')
			.notNull()
			.references(() => staffingPlans.id, { onDelete: 'cascade' }),
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id),
		startAt: instant('start_at').notNull(),
		/** Agents on contacts; the next column adds shrinkage. */
		agents: integer('agents').notNull(),
		agentsWithShrinkage: integer('agents_with_shrinkage').notNull(),
		/** The queue's part of the pooled requirement, in agents on contacts; null where nothing was pooled. */
		pooledAgents: real('pooled_agents'),
		serviceLevel: real('service_level'),
		asaSeconds: real('asa_seconds'),
		abandonment: real('abandonment'),
		occupancy: real('occupancy')
	},
	(table) => [primaryKey({ columns: [table.planId, table.queueId, table.startAt] })]
);

/** The pooled requirement: agents of each skill group. */
export const staffingGroupIntervals = sqliteTable(
	'staffing_group_intervals',
	{
		planId: text('plan_id')
			.notNull()
			.references(() => staffingPlans.id, { onDelete: 'cascade' }),
		groupId: text('group_id').notNull(),
		startAt: instant('start_at').notNull(),
		agents: integer('agents').notNull(),
		agentsWithShrinkage: integer('agents_with_shrinkage').notNull()
	},
	(table) => [primaryKey({ columns: [table.planId, table.groupId, table.startAt] })]
);

/** What a year could bring: growth, hiring, leavers, handle time, bots. Its figures are computed when it is read. */
export const capacityScenarios = sqliteTable('capacity_scenarios', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	input: text('input', { mode: 'json' }).$type<unknown>().notNull(),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
	updatedAt: instant('updated_at').notNull()
});

export const rosters = sqliteTable('rosters', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	planId: text('plan_id').references(() => staffingPlans.id, { onDelete: 'cascade' }),
	status: text('status', { enum: ['draft', 'published'] })
		.notNull()
		.default('draft'),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	timeZone: text('time_zone').notNull(),
	/** The problem as it was given to the solver, so that the roster can be validated again. */
	problem: text('problem', { mode: 'json' }).$type<unknown>().notNull(),
	/** Status, objective, bound, gap, seed, seconds, violations, shortfalls. */
	result: text('result', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
	publishedAt: instant('published_at'),
	/** The roster that it was made from: copied, or searched again with some of it kept. */
	basedOn: text('based_on')
});

export interface ShiftPart {
	startAt: number;
	endAt: number;
	isPaid: boolean;
	kind?: 'break' | 'lunch' | 'training' | 'meeting';
}

export const shifts = sqliteTable(
	'shifts',
	{
		id: text('id').primaryKey(),
		rosterId: text('roster_id')
			.notNull()
			.references(() => rosters.id, { onDelete: 'cascade' }),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		templateId: text('template_id').notNull(),
		startAt: instant('start_at').notNull(),
		endAt: instant('end_at').notNull(),
		/** Off the queues within the shift: breaks, and what else is planned; without a kind it is a break. */
		breaks: text('breaks', { mode: 'json' }).$type<ShiftPart[]>().notNull()
	},
	(table) => [
		index('shifts_agent_start').on(table.agentId, table.startAt),
		index('shifts_roster').on(table.rosterId)
	]
);
