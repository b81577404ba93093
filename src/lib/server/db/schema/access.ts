import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { NamedScope } from '#lib/contracts/scope.ts';
import { ROLES } from '#lib/contracts/terms.ts';
import { agents } from './agents.ts';
import { flag, instant } from './columns.ts';

// The first four tables have the columns that better-auth reads and writes; it wants dates as Date.
const date = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const users = sqliteTable('users', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	email: text('email').notNull().unique(),
	emailVerified: flag('email_verified').notNull().default(false),
	image: text('image'),
	role: text('role', { enum: ROLES }).notNull().default('agent'),
	/** The agent whose own schedule this user sees. */
	agentId: text('agent_id').references(() => agents.id, { onDelete: 'set null' }),
	/** Null = the whole centre. */
	scope: text('scope', { mode: 'json' }).$type<NamedScope>(),
	isDemo: flag('is_demo').notNull().default(false),
	createdAt: date('created_at').notNull(),
	updatedAt: date('updated_at').notNull()
});

export const sessions = sqliteTable('sessions', {
	id: text('id').primaryKey(),
	token: text('token').notNull().unique(),
	userId: text('user_id')
		.notNull()
		.references(() => users.id, { onDelete: 'cascade' }),
	expiresAt: date('expires_at').notNull(),
	ipAddress: text('ip_address'),
	userAgent: text('user_agent'),
	createdAt: date('created_at').notNull(),
	updatedAt: date('updated_at').notNull()
});

export const accounts = sqliteTable('accounts', {
	id: text('id').primaryKey(),
	accountId: text('account_id').notNull(),
	providerId: text('provider_id').notNull(),
	userId: text('user_id')
		.notNull()
		.references(() => users.id, { onDelete: 'cascade' }),
	accessToken: text('access_token'),
	refreshToken: text('refresh_token'),
	idToken: text('id_token'),
	accessTokenExpiresAt: date('access_token_expires_at'),
	refreshTokenExpiresAt: date('refresh_token_expires_at'),
	scope: text('scope'),
	password: text('password'),
	createdAt: date('created_at').notNull(),
	updatedAt: date('updated_at').notNull()
});

export const verifications = sqliteTable('verifications', {
	id: text('id').primaryKey(),
	identifier: text('identifier').notNull(),
	value: text('value').notNull(),
	expiresAt: date('expires_at').notNull(),
	createdAt: date('created_at').notNull(),
	updatedAt: date('updated_at').notNull()
});

export const API_KEY_SCOPES = ['ingest', 'read', 'act', 'coaching'] as const;

export const apiKeys = sqliteTable('api_keys', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	scope: text('scope', { enum: API_KEY_SCOPES }).notNull(),
	/** SHA-256 of the key; the key itself is shown once and not kept. */
	hash: text('hash').notNull().unique(),
	/** Of the key before the last change of its secret, and until when it is still taken. */
	previousHash: text('previous_hash').unique(),
	previousUntil: instant('previous_until'),
	/** Null = the whole centre. */
	dataScope: text('data_scope', { mode: 'json' }).$type<NamedScope>(),
	/** Null = it does not expire. */
	expiresAt: instant('expires_at'),
	createdAt: instant('created_at').notNull(),
	lastUsedAt: instant('last_used_at'),
	revokedAt: instant('revoked_at')
});
