import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { ROLES } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';
import { accounts, sessions, users, verifications } from '../db/schema/index.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './fields.ts';
import { secretOf } from './secret-of.ts';
import { SESSION_COOKIE, SESSION_SECONDS } from './session-cookie.ts';

/**
 * better-auth over our tables. Its HTTP handler is not mounted anywhere: accounts are made by our verbs, and every
 * entry is a route of ours. The cookie is set by the route, which knows whether the request came over https.
 */
export async function createAuth(ctx: Context) {
	return betterAuth({
		appName: 'Marea',
		baseURL: 'http://localhost',
		secret: await secretOf(ctx),
		database: drizzleAdapter(ctx.db.orm, {
			provider: 'sqlite',
			schema: { users, sessions, accounts, verifications },
			// One connection: an interactive transaction would stop every other statement.
			transaction: false
		}),
		user: {
			modelName: 'users',
			additionalFields: {
				role: { type: [...ROLES], required: true, input: false },
				agentId: { type: 'string', required: false, input: false },
				isDemo: { type: 'boolean', required: true, input: false }
			}
		},
		session: { modelName: 'sessions', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
		account: { modelName: 'accounts' },
		verification: { modelName: 'verifications' },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: PASSWORD_MIN_LENGTH,
			maxPasswordLength: PASSWORD_MAX_LENGTH
		},
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		logger: { level: 'error' },
		advanced: {
			useSecureCookies: false,
			cookies: { session_token: { name: SESSION_COOKIE } },
			// Its only source is a header that any client can send.
			ipAddress: { disableIpTracking: true }
		}
	});
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;
