import { sql } from 'drizzle-orm';
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { IntentCrossValidation, IntentModel } from '#solver/conversations/intents/index.ts';
import { flag, instant } from './columns.ts';

/** What customers said and what it was about, by which the centre's contacts are told apart. */
export const intentExamples = sqliteTable(
	'intent_examples',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		text: text('text').notNull(),
		intent: text('intent').notNull(),
		language: text('language', { enum: ['en', 'es'] }).notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(table) => [uniqueIndex('intent_examples_text').on(table.text)]
);

/** Every model that was trained; one is in use. */
export const intentModels = sqliteTable(
	'intent_models',
	{
		version: integer('version').primaryKey({ autoIncrement: true }),
		model: text('model', { mode: 'json' }).$type<IntentModel>().notNull(),
		examples: integer('examples').notNull(),
		quality: text('quality', { mode: 'json' }).$type<IntentCrossValidation>().notNull(),
		isInUse: flag('is_in_use').notNull().default(false),
		createdBy: text('created_by').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(table) => [
		uniqueIndex('intent_models_in_use')
			.on(table.isInUse)
			.where(sql`is_in_use = 1`)
	]
);

/** Contacts whose source gave no intent or language, told by their words. An opinion, not a fold of the log. */
export const contactIntents = sqliteTable(
	'contact_intents',
	{
		contactId: text('contact_id').primaryKey(),
		/** Null: not sure enough. */
		intent: text('intent'),
		probability: real('probability').notNull(),
		/** `en`, `es`, or null: unknown. */
		language: text('language'),
		modelVersion: integer('model_version'),
		guessedAt: instant('guessed_at').notNull()
	},
	(table) => [index('contact_intents_guessed').on(table.guessedAt)]
);
