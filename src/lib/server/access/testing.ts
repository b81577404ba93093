import { RIGHTS_OF_ROLE } from '#lib/contracts/rights.ts';
import type { Role } from '#lib/contracts/terms.ts';
import type { Actor, Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { auditLog } from '../db/schema/index.ts';
import { signIn } from './sign-in.ts';

/** A database in memory and a clock that the test moves; better-auth reads the real clock, so it starts there. */
export async function openTestContext() {
	const db = await openDatabase('file::memory:', 'drizzle');
	const clock = { at: Date.now() };
	const ctx: Context = { db, now: () => clock.at };
	return {
		ctx,
		clock,
		audited: async () => (await db.orm.select().from(auditLog).orderBy(auditLog.id)).map((row) => row.action),
		close: () => db.close()
	};
}

export const actorWithRole = (role: Role): Actor => ({
	id: `user:test-${role}`,
	role,
	agentId: null,
	rights: RIGHTS_OF_ROLE[role]
});

/** The account of an agent as a row of users. */
export const agentAccount = (agentId: string, at = new Date(1)) => ({
	...{ id: `u-${agentId}`, name: agentId, email: `${agentId}@example.org`, role: 'agent' as const, agentId },
	...{ createdAt: at, updatedAt: at }
});

/** Who acts with it. */
export const agentActor = (agentId: string): Actor => ({
	...actorWithRole('agent'),
	id: `user:u-${agentId}`,
	agentId
});

/** Headers of a browser in which this person has just signed in. */
export async function headersOf(ctx: Context, email: string, password: string): Promise<Headers> {
	const result = await signIn(ctx, { email, password }, { address: '127.0.0.1' });
	if (result.status !== 'signed-in') throw new Error(`Signing in ${email} for a test: ${result.status}.`);
	return new Headers({ cookie: `${result.cookie.name}=${encodeURIComponent(result.cookie.value)}` });
}
