import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { agentIdField, roleField } from './fields.ts';
import { isConstraintFailure } from './is-constraint-failure.ts';
import { notTheLastAdmin } from './not-the-last-admin.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';
import { scopeField } from './scope-field.ts';
import { SCOPE_FITS_ROLE } from './scoped-roles.ts';

const change = z
	.object({ userId: z.string().min(1), role: roleField, agentId: agentIdField, scope: scopeField })
	.refine(...SCOPE_FITS_ROLE);

export type SetRoleResult = { status: 'changed' | 'unknown-user' | 'last-admin' | 'unknown-agent' };

/** Sets the role, the agent whose own schedule the user sees (none when left out) and the part of the centre (all of it). */
export async function setRole(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof change>
): Promise<SetRoleResult> {
	requireRight(actor, 'users.manage');
	const { userId, role, agentId, scope } = parseInput('Changing a role', change, input);
	const { orm } = ctx.db;
	const [before] = await orm
		.select({ role: users.role, agentId: users.agentId, scope: users.scope })
		.from(users)
		.where(eq(users.id, userId));
	if (!before) return { status: 'unknown-user' };
	try {
		const [changed] = await orm.batch([
			orm
				.update(users)
				.set({ role, agentId, scope, updatedAt: new Date(ctx.now()) })
				.where(role === 'admin' ? eq(users.id, userId) : and(eq(users.id, userId), notTheLastAdmin)),
			recordAuditIfChanged(ctx, actor, {
				action: 'user.set-role',
				subject: `user:${userId}`,
				before,
				after: { role, agentId, scope }
			})
		]);
		return { status: changed.rowsAffected > 0 ? 'changed' : 'last-admin' };
	} catch (error) {
		if (isConstraintFailure(error, 'FOREIGN KEY constraint failed')) return { status: 'unknown-agent' };
		throw error;
	}
}
