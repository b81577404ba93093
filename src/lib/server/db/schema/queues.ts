import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CHANNELS, SERVICE_LEVEL_VARIANTS } from '#lib/contracts/terms.ts';
import { flag, instant } from './columns.ts';
import { sites, type OpeningHours } from './sites.ts';

export const skills = sqliteTable('skills', {
	id: text('id').primaryKey(),
	name: text('name').notNull()
});

export const queues = sqliteTable('queues', {
	/** The name that events carry. */
	id: text('id').primaryKey(),
	siteId: text('site_id')
		.notNull()
		.references(() => sites.id),
	name: text('name').notNull(),
	channel: text('channel', { enum: CHANNELS }).notNull(),
	skillId: text('skill_id').references(() => skills.id),
	serviceLevelVariant: text('service_level_variant', { enum: SERVICE_LEVEL_VARIANTS })
		.notNull()
		.default('of-offered'),
	serviceLevelShare: real('service_level_share').notNull().default(0.8),
	serviceLevelThresholdSeconds: real('service_level_threshold_seconds').notNull().default(20),
	shortAbandonSeconds: real('short_abandon_seconds').notNull().default(5),
	/** Mean patience for Erlang A; null = not known, Erlang C is used. */
	patienceSeconds: real('patience_seconds'),
	priority: integer('priority').notNull().default(1),
	/** Contacts that one agent handles at once. */
	concurrency: integer('concurrency').notNull().default(1),
	/** Null = the site's. */
	openingHours: text('opening_hours', { mode: 'json' }).$type<OpeningHours>(),
	/** Made by an event that named a queue nobody had set up. */
	isDiscovered: flag('is_discovered').notNull().default(false),
	isDemo: flag('is_demo').notNull().default(false),
	createdAt: instant('created_at').notNull()
});
