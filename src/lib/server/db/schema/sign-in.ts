import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sessions, users } from './access.ts';
import { instant } from './columns.ts';

/** What is known of a session besides what better-auth keeps: where it was last used from, and when. */
export const sessionUse = sqliteTable('session_use', {
	sessionId: text('session_id')
		.primaryKey()
		.references(() => sessions.id, { onDelete: 'cascade' }),
	address: text('address').notNull(),
	/** Written at most once a minute. */
	lastSeenAt: instant('last_seen_at').notNull()
});

/** Failed sign-ins by account and by address, also for accounts that do not exist: nobody is told which do. */
export const signInFailures = sqliteTable('sign_in_failures', {
	/** A hash of what is counted: of an e-mail address, or of a network address. */
	id: text('id').primaryKey(),
	failures: integer('failures').notNull(),
	lastAt: instant('last_at').notNull(),
	lockedUntil: instant('locked_until')
});

/** A second factor: a secret that an authenticator app holds, too. */
export const secondFactors = sqliteTable('second_factors', {
	userId: text('user_id')
		.primaryKey()
		.references(() => users.id, { onDelete: 'cascade' }),
	/** Encrypted with the centre's secret. */
	secret: text('secret').notNull(),
	/** Null while it has not been shown to work. */
	confirmedAt: instant('confirmed_at'),
	/** The time step of the last code taken: no code counts twice. */
	lastStep: integer('last_step')
});

/** Codes for when the app is lost; each works once. */
export const recoveryCodes = sqliteTable(
	'recovery_codes',
	{
		userId: text('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		hash: text('hash').notNull(),
		usedAt: instant('used_at')
	},
	(table) => [primaryKey({ columns: [table.userId, table.hash] })]
);

/** Something sent or handed out that may be used once within its time: a reset link, a sign-in on its way. */
export const signInTokens = sqliteTable(
	'sign_in_tokens',
	{
		/** SHA-256 of the token. */
		hash: text('hash').primaryKey(),
		kind: text('kind', { enum: ['reset', 'second-factor', 'oidc'] }).notNull(),
		/** None for a sign-in that an identity provider is asked about. */
		userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
		data: text('data', { mode: 'json' }).$type<Record<string, unknown>>(),
		expiresAt: instant('expires_at').notNull()
	},
	(table) => [index('sign_in_tokens_expires').on(table.expiresAt)]
);
