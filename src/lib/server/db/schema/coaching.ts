import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { agents } from './agents.ts';
import { instant } from './columns.ts';
import { queues } from './queues.ts';

const count = (name: string) => integer(name).notNull().default(0);
const sum = (name: string) => real(name).notNull().default(0);

/**
 * What an agent did on a local day, by queue, channel, intent and part of the day: sums from which the fair comparison
 * is made. Written anew from contacts and visits for days that may still have changed.
 */
export const performanceFacts = sqliteTable(
	'performance_facts',
	{
		/** Local date, YYYY-MM-DD. */
		date: text('date').notNull(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		queueId: text('queue_id')
			.notNull()
			.references(() => queues.id, { onDelete: 'cascade' }),
		channel: text('channel').notNull(),
		/** Empty = not known. */
		intent: text('intent').notNull(),
		band: text('band').notNull(),
		/** `log`: folded from contacts; `demo`: drawn for the demo's past, of which there are no contacts. */
		origin: text('origin', { enum: ['log', 'demo'] }).notNull(),
		handled: count('handled'),
		holdable: count('holdable'),
		holds: count('holds'),
		transferable: count('transferable'),
		transfers: count('transfers'),
		fcrClosed: count('fcr_closed'),
		fcrResolved: count('fcr_resolved'),
		recontactable: count('recontactable'),
		recontacts: count('recontacts'),
		surveys: count('surveys'),
		satisfied: count('satisfied'),
		escalatable: count('escalatable'),
		escalations: count('escalations'),
		wrapped: count('wrapped'),
		moods: count('moods'),
		shifts: count('shifts'),
		talkSeconds: sum('talk_seconds'),
		holdSeconds: sum('hold_seconds'),
		acwSeconds: sum('acw_seconds'),
		/** Of natural logarithms of seconds, and their squares. */
		logHandle: sum('log_handle'),
		logHandleSquares: sum('log_handle_squares'),
		logAcw: sum('log_acw'),
		logAcwSquares: sum('log_acw_squares'),
		moodAtStart: sum('mood_at_start'),
		moodShift: sum('mood_shift'),
		moodShiftSquares: sum('mood_shift_squares')
	},
	(table) => [
		primaryKey({
			columns: [table.date, table.agentId, table.queueId, table.channel, table.intent, table.band]
		})
	]
);

/** Adherence and evaluations of an agent's local day. */
export const performanceDays = sqliteTable(
	'performance_days',
	{
		date: text('date').notNull(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		origin: text('origin', { enum: ['log', 'demo'] }).notNull(),
		scheduledSeconds: sum('scheduled_seconds'),
		exceptionSeconds: sum('exception_seconds'),
		evaluations: count('evaluations'),
		evaluationScores: sum('evaluation_scores'),
		evaluationSquares: sum('evaluation_squares')
	},
	(table) => [primaryKey({ columns: [table.date, table.agentId] })]
);

/** One computation of the comparison, over a period. */
export const coachingRuns = sqliteTable(
	'coaching_runs',
	{
		id: text('id').primaryKey(),
		/** Local dates, both included. */
		fromDate: text('from_date').notNull(),
		toDate: text('to_date').notNull(),
		/** By metric: spread of skill between agents ("one sd"), what is material, how many were compared. */
		metrics: text('metrics', { mode: 'json' }).$type<unknown[]>().notNull(),
		computedBy: text('computed_by').notNull(),
		computedAt: instant('computed_at').notNull()
	},
	(table) => [index('coaching_runs_computed').on(table.computedAt)]
);

/** An agent beside what was fair to expect, in one metric over a run's period. */
export const coachingEstimates = sqliteTable(
	'coaching_estimates',
	{
		runId: text('run_id')
			.notNull()
			.references(() => coachingRuns.id, { onDelete: 'cascade' }),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		metric: text('metric').notNull(),
		verdict: text('verdict', { enum: ['gap', 'strength', 'fair', 'guarded', 'thin'] }).notNull(),
		observations: integer('observations').notNull(),
		days: integer('days').notNull(),
		/** Seconds (geometric mean), a share, or the figure itself. */
		reached: real('reached').notNull(),
		expected: real('expected').notNull(),
		/** Shrunk deviation and its posterior standard deviation on the metric's scale; positive is better. */
		estimate: real('estimate').notNull(),
		sd: real('sd').notNull(),
		/** The deviation in standard deviations of skill between agents. */
		sds: real('sds').notNull(),
		gapProbability: real('gap_probability').notNull(),
		/** Adjusted for all agents and metrics (Benjamini–Hochberg). */
		gapP: real('gap_p').notNull(),
		/** By which metric it is guarded, or what is needed before something can be said. */
		detail: text('detail', { mode: 'json' }).$type<unknown>()
	},
	(table) => [
		primaryKey({ columns: [table.runId, table.agentId, table.metric] }),
		index('coaching_estimates_agent').on(table.agentId)
	]
);

/** A behaviour to work on, with the modules that may help. */
export const coachingFindings = sqliteTable(
	'coaching_findings',
	{
		id: text('id').primaryKey(),
		runId: text('run_id')
			.notNull()
			.references(() => coachingRuns.id, { onDelete: 'cascade' }),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		cause: text('cause').notNull(),
		probability: real('probability').notNull(),
		priority: real('priority').notNull(),
		/** Metrics that are gaps, and those that lean the same way. */
		gaps: text('gaps', { mode: 'json' }).$type<string[]>().notNull(),
		support: text('support', { mode: 'json' }).$type<string[]>().notNull(),
		/** Where it mostly shows: queue, channel, intent; null = everywhere alike. */
		mainCase: text('main_case', { mode: 'json' }).$type<unknown>(),
		recommendations: text('recommendations', { mode: 'json' }).$type<unknown[]>().notNull(),
		mentors: text('mentors', { mode: 'json' }).$type<unknown[]>().notNull()
	},
	(table) => [
		index('coaching_findings_run').on(table.runId),
		index('coaching_findings_agent').on(table.agentId)
	]
);

/** Contacts that show a finding, or how it is done well. The contact may be gone; its number stays. */
export const coachingEvidence = sqliteTable(
	'coaching_evidence',
	{
		findingId: text('finding_id')
			.notNull()
			.references(() => coachingFindings.id, { onDelete: 'cascade' }),
		ordinal: integer('ordinal').notNull(),
		contactId: text('contact_id').notNull(),
		agentId: text('agent_id').notNull(),
		role: text('role', { enum: ['shows-it', 'good-own', 'good-peer'] }).notNull(),
		/** Mean distance from the expectation, in sds of one contact; positive is better. */
		score: real('score').notNull(),
		values: text('values', { mode: 'json' }).$type<Record<string, number>>().notNull()
	},
	(table) => [primaryKey({ columns: [table.findingId, table.ordinal] })]
);
