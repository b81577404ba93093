import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Contract } from '#solver/rostering/index.ts';
import { flag, instant } from './columns.ts';
import { skills } from './queues.ts';
import { sites } from './sites.ts';

export const teams = sqliteTable('teams', {
	id: text('id').primaryKey(),
	siteId: text('site_id')
		.notNull()
		.references(() => sites.id),
	name: text('name').notNull()
});

/** The optional part of the engine's contract. */
export type ContractRules = Partial<
	Omit<
		Contract,
		| 'minHoursPerWeek'
		| 'maxHoursPerWeek'
		| 'maxHoursPerDay'
		| 'minRestHours'
		| 'maxConsecutiveDays'
		| 'minDaysOffPerWeek'
	>
>;

/** The hours an agent may and must work; the roster keeps them. */
export const contracts = sqliteTable('contracts', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	minHoursPerWeek: real('min_hours_per_week').notNull(),
	maxHoursPerWeek: real('max_hours_per_week').notNull(),
	maxHoursPerDay: real('max_hours_per_day').notNull(),
	minRestHours: real('min_rest_hours').notNull(),
	maxConsecutiveDays: integer('max_consecutive_days').notNull(),
	minDaysOffPerWeek: integer('min_days_off_per_week').notNull(),
	/** What the roster engine's contract has beside the hours above, in its own words. */
	rules: text('rules', { mode: 'json' }).$type<ContractRules>().notNull().default({}),
	/** Nobody is put on it from then on. */
	archivedAt: instant('archived_at')
});

export const agents = sqliteTable('agents', {
	/** The name that events carry. */
	id: text('id').primaryKey(),
	siteId: text('site_id')
		.notNull()
		.references(() => sites.id),
	teamId: text('team_id').references(() => teams.id),
	contractId: text('contract_id').references(() => contracts.id),
	name: text('name').notNull(),
	email: text('email'),
	isDiscovered: flag('is_discovered').notNull().default(false),
	isDemo: flag('is_demo').notNull().default(false),
	createdAt: instant('created_at').notNull()
});

export const agentSkills = sqliteTable(
	'agent_skills',
	{
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		skillId: text('skill_id')
			.notNull()
			.references(() => skills.id),
		/** 0–1; 1 = handles at the queue's usual pace. */
		proficiency: real('proficiency').notNull().default(1)
	},
	(table) => [primaryKey({ columns: [table.agentId, table.skillId] })]
);
