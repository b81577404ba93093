import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { recordAudit } from '../audit/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { accounts, users } from '../db/schema/index.ts';
import { credentialRows } from './credential-rows.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts';

/**
 * Makes the demo accounts that are missing and ties the demo agent's to its agent. For demo mode only: their
 * password is public.
 *
 * @param agentId the agent whose schedule `agent@demo.marea` sees
 */
export async function ensureDemoAccounts(
	ctx: Context,
	{ agentId }: { agentId: string | null }
): Promise<void> {
	const { orm } = ctx.db;
	const present = new Set((await orm.select({ email: users.email }).from(users)).map((row) => row.email));
	for (const person of DEMO_ACCOUNTS) {
		if (present.has(person.email)) continue;
		const { user, account } = await credentialRows(ctx, {
			...person,
			agentId: person.role === 'agent' ? agentId : null,
			password: DEMO_PASSWORD,
			isDemo: true
		});
		await orm.batch([
			orm.insert(users).values(user),
			orm.insert(accounts).values(account),
			recordAudit(ctx, SYSTEM, { action: 'user.create-demo', subject: `user:${user.id}`, after: person })
		]);
	}
	if (agentId === null) return;
	const isDemoAgent = and(eq(users.email, 'agent@demo.marea'), eq(users.isDemo, true));
	await orm
		.update(users)
		.set({ agentId })
		.where(and(isDemoAgent, or(isNull(users.agentId), ne(users.agentId, agentId))));
}
