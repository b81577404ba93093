import { RIGHTS_OF_ROLE, rightsWithin } from '#lib/contracts/rights.ts';
import type { Context } from '../context.ts';
import type { users } from '../db/schema/index.ts';
import { factorOf, hasPassword } from './means.ts';
import { resolveScope } from './resolve-scope.ts';
import { secondFactorRoles } from './second-factor-policy.ts';
import type { SessionUser } from './session-user.ts';

type Row = Pick<typeof users.$inferSelect, 'id' | 'email' | 'name' | 'role' | 'agentId' | 'scope'>;

/** The rights come from role and scope at each request, so that a changed one holds at once. */
export async function sessionUserOf(
	ctx: Context,
	{ id, email, name, role, agentId, scope: named }: Row,
	sessionId: string | null
): Promise<SessionUser> {
	const mustEnrol = (await secondFactorRoles(ctx)).includes(role) && (await lacksFactor(ctx, id));
	return {
		id,
		email,
		name,
		role,
		agentId,
		rights: mustEnrol ? [] : rightsWithin(RIGHTS_OF_ROLE[role] ?? [], named),
		named,
		scope: await resolveScope(ctx, named),
		sessionId,
		mustEnrol
	};
}

/** Who signs in with a password alone; an identity provider asks for what it wants by itself. */
const lacksFactor = async (ctx: Context, userId: string): Promise<boolean> =>
	(await factorOf(ctx, userId)) === null && (await hasPassword(ctx, userId));
