import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DayDifference, PublicationDetail } from '#lib/contracts/publishing.ts';
import { agents } from './agents.ts';
import { instant } from './columns.ts';
import { rosters } from './planning.ts';

/** Each time that a roster was published or taken back, in order: of two that hold for somebody's day the later counts. */
export const publications = sqliteTable(
	'publications',
	{
		version: integer('version').primaryKey({ autoIncrement: true }),
		id: text('id').notNull().unique(),
		/** `take-back`: ended the roster's publication, so that what was there before holds again. */
		kind: text('kind', { enum: ['publish', 'take-back'] }).notNull(),
		rosterId: text('roster_id')
			.notNull()
			.references(() => rosters.id, { onDelete: 'cascade' }),
		/** The note to the agents, and why rules that are broken may be. */
		detail: text('detail', { mode: 'json' }).$type<PublicationDetail>().notNull(),
		publishedBy: text('published_by').notNull(),
		publishedAt: instant('published_at').notNull(),
		/** Taken back: it holds no more. */
		withdrawnAt: instant('withdrawn_at')
	},
	(table) => [
		uniqueIndex('publications_in_force')
			.on(table.rosterId)
			.where(sql`kind = 'publish' and withdrawn_at is null`)
	]
);

/** Whom a publication concerns: from when to when it holds for them, what it changed, and that they know of it. */
export const publicationAgents = sqliteTable(
	'publication_agents',
	{
		publicationId: text('publication_id')
			.notNull()
			.references(() => publications.id, { onDelete: 'cascade' }),
		agentId: text('agent_id')
			.notNull()
			.references(() => agents.id, { onDelete: 'cascade' }),
		/** Shifts that begin from here to there are the publication's; days gone by keep what they had. */
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		/** By day, against what was published then; null: nothing changed, and nothing is to be acknowledged. */
		differences: text('differences', { mode: 'json' }).$type<DayDifference[]>(),
		/** Null: there is no account to tell. */
		toldAt: instant('told_at'),
		seenAt: instant('seen_at'),
		acknowledgedAt: instant('acknowledged_at'),
		remindedAt: instant('reminded_at')
	},
	(table) => [
		primaryKey({ columns: [table.publicationId, table.agentId] }),
		index('publication_agents_agent').on(table.agentId, table.toAt)
	]
);
