import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { accounts, recoveryCodes, secondFactors } from '../db/schema/index.ts';
import { ownUser } from './own-user.ts';

/** How the actor's own account is secured. */
export interface OwnAccount {
	name: string;
	email: string;
	/** Signs in with a password here; else by the identity provider. */
	isLocal: boolean;
	hasSecondFactor: boolean;
	/** Recovery codes that have not been used. */
	codesLeft: number;
}

export async function accountOf(ctx: Context, actor: Actor | null): Promise<OwnAccount> {
	const user = await ownUser(ctx, actor);
	const { orm } = ctx.db;
	const [local, factor, [left]] = await Promise.all([
		orm
			.select({ id: accounts.id })
			.from(accounts)
			.where(and(eq(accounts.userId, user.id), eq(accounts.providerId, 'credential'))),
		orm
			.select({ id: secondFactors.userId })
			.from(secondFactors)
			.where(and(eq(secondFactors.userId, user.id), isNotNull(secondFactors.confirmedAt))),
		orm
			.select({ n: count() })
			.from(recoveryCodes)
			.where(and(eq(recoveryCodes.userId, user.id), isNull(recoveryCodes.usedAt)))
	]);
	return {
		name: user.name,
		email: user.email,
		isLocal: local.length > 0,
		hasSecondFactor: factor.length > 0,
		codesLeft: left!.n
	};
}
