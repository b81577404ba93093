import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import {
	DISPUTE_STATES,
	EVALUATION_BASES,
	EVALUATION_STATES,
	SAMPLE_STATES
} from '#lib/contracts/quality.ts';
import type { Answers, QualityForm, RiskReason, Words } from '#solver/quality/index.ts';
import { agents } from './agents.ts';
import { flag, instant } from './columns.ts';

/** A form by which contacts are evaluated; what it asks is in its versions. */
export const qualityForms = sqliteTable('quality_forms', {
	id: text('id').primaryKey(),
	/** The version that new evaluations use. */
	version: integer('version').notNull(),
	isRetired: flag('is_retired').notNull().default(false),
	createdAt: instant('created_at').notNull()
});

/** Never changed once written: an evaluation stays what it was when it was made. */
export const qualityFormVersions = sqliteTable(
	'quality_form_versions',
	{
		formId: text('form_id')
			.notNull()
			.references(() => qualityForms.id, { onDelete: 'cascade' }),
		version: integer('version').notNull(),
		name: text('name', { mode: 'json' }).$type<Words>().notNull(),
		body: text('body', { mode: 'json' }).$type<QualityForm>().notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.formId, table.version] })]
);

/** A period from whose contacts was drawn. Periods of draws do not overlap and do not cross a month. */
export const qualityDraws = sqliteTable('quality_draws', {
	id: text('id').primaryKey(),
	/** Contacts whose handling ended in from ≤ t < to. */
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	/** Local month, YYYY-MM. */
	month: text('month').notNull(),
	seed: integer('seed').notNull(),
	drawnBy: text('drawn_by').notNull(),
	drawnAt: instant('drawn_at').notNull()
});

/** A stay of a contact with an agent that was drawn to be evaluated. The contact may be gone; its number stays. */
export const qualitySamples = sqliteTable(
	'quality_samples',
	{
		contactId: text('contact_id').notNull(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		drawId: text('draw_id')
			.notNull()
			.references(() => qualityDraws.id, { onDelete: 'cascade' }),
		basis: text('basis', { enum: EVALUATION_BASES }).notNull(),
		/** Random ones: chance with which it was drawn, and contacts of the agent in the period. */
		probability: real('probability'),
		population: integer('population'),
		risk: real('risk').notNull(),
		reasons: text('reasons', { mode: 'json' }).$type<RiskReason[]>().notNull(),
		contactAt: instant('contact_at').notNull(),
		state: text('state', { enum: SAMPLE_STATES }).notNull().default('open')
	},
	(table) => [
		primaryKey({ columns: [table.contactId, table.agentId] }),
		index('quality_samples_state').on(table.state)
	]
);

/** One judgement of a contact by one evaluator, on one version of a form. */
export const qualityEvaluations = sqliteTable(
	'quality_evaluations',
	{
		id: text('id').primaryKey(),
		contactId: text('contact_id').notNull(),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		formId: text('form_id').notNull(),
		formVersion: integer('form_version').notNull(),
		basis: text('basis', { enum: EVALUATION_BASES }).notNull(),
		/** Empty but for calibrations. */
		calibrationId: text('calibration_id').notNull().default(''),
		/** Actor: `user:ID`. */
		evaluator: text('evaluator').notNull(),
		state: text('state', { enum: EVALUATION_STATES }).notNull().default('draft'),
		answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
		comment: text('comment').notNull().default(''),
		/** 0–1; null: nothing that applies is answered. */
		score: real('score'),
		/** By the weights alone, without an automatic fail. */
		weighted: real('weighted'),
		failedBy: text('failed_by', { mode: 'json' }).$type<string[]>().notNull(),
		/** Local date on which the agent handled the contact. */
		contactDate: text('contact_date').notNull(),
		contactAt: instant('contact_at').notNull(),
		isDemo: flag('is_demo').notNull().default(false),
		createdAt: instant('created_at').notNull(),
		changedAt: instant('changed_at').notNull(),
		sharedAt: instant('shared_at')
	},
	(table) => [
		index('quality_evaluations_agent').on(table.agentId, table.contactAt),
		index('quality_evaluations_shared').on(table.state, table.sharedAt),
		// A contact is judged once by each evaluator, and once more in a calibration.
		uniqueIndex('quality_evaluations_once')
			.on(table.contactId, table.agentId, table.evaluator, table.calibrationId)
			.where(sql`state <> 'discarded'`)
	]
);

/** An agent's objection to one answer, and what came of it; both scores are kept. */
export const qualityDisputes = sqliteTable(
	'quality_disputes',
	{
		id: text('id').primaryKey(),
		evaluationId: text('evaluation_id')
			.notNull()
			.references(() => qualityEvaluations.id, { onDelete: 'cascade' }),
		itemId: text('item_id').notNull(),
		reason: text('reason').notNull(),
		state: text('state', { enum: DISPUTE_STATES }).notNull().default('open'),
		disputedAt: instant('disputed_at').notNull(),
		answer: text('answer').notNull().default(''),
		answeredBy: text('answered_by'),
		answeredAt: instant('answered_at'),
		valueBefore: text('value_before', { mode: 'json' }).$type<number | 'na'>().notNull(),
		valueAfter: text('value_after', { mode: 'json' }).$type<number | 'na' | null>(),
		scoreBefore: real('score_before'),
		scoreAfter: real('score_after')
	},
	(table) => [
		index('quality_disputes_state').on(table.state),
		uniqueIndex('quality_disputes_once')
			.on(table.evaluationId, table.itemId)
			.where(sql`state <> 'withdrawn'`)
	]
);

/** Contacts that several evaluators score without seeing each other's answers. */
export const qualityCalibrations = sqliteTable('quality_calibrations', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	formId: text('form_id').notNull(),
	formVersion: integer('form_version').notNull(),
	contacts: text('contacts', { mode: 'json' }).$type<{ contactId: string; agentId: string }[]>().notNull(),
	isClosed: flag('is_closed').notNull().default(false),
	createdBy: text('created_by').notNull(),
	createdAt: instant('created_at').notNull()
});
