import type { z } from 'zod';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { accounts, users } from '../db/schema/index.ts';
import { credentialRows } from './credential-rows.ts';
import { isConstraintFailure } from './is-constraint-failure.ts';
import { newUser } from './new-user.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

export type CreateUserResult =
	{ status: 'created'; id: string } | { status: 'email-taken' } | { status: 'unknown-agent' };

/** @throws ForbiddenError, InvalidInputError */
export async function createUser(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof newUser>
): Promise<CreateUserResult> {
	requireRight(actor, 'users.manage');
	const person = parseInput('Adding a user', newUser, input);
	const { user, account } = await credentialRows(ctx, { ...person, isDemo: false });
	const { email, name, role, agentId, scope } = person;
	try {
		await ctx.db.orm.batch([
			ctx.db.orm.insert(users).values(user),
			ctx.db.orm.insert(accounts).values(account),
			recordAudit(ctx, actor, {
				action: 'user.create',
				subject: `user:${user.id}`,
				after: { email, name, role, agentId, scope }
			})
		]);
	} catch (error) {
		if (isConstraintFailure(error, 'UNIQUE constraint failed: users.email')) return { status: 'email-taken' };
		if (isConstraintFailure(error, 'FOREIGN KEY constraint failed')) return { status: 'unknown-agent' };
		throw error;
	}
	return { status: 'created', id: user.id };
}
