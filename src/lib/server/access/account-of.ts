import { and, count, eq, isNull } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { recoveryCodes } from '../db/schema/index.ts';
import { factorOf, hasPassword } from './means.ts';
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
	const [isLocal, factor, [left]] = await Promise.all([
		hasPassword(ctx, user.id),
		factorOf(ctx, user.id),
		ctx.db.orm
			.select({ n: count() })
			.from(recoveryCodes)
			.where(and(eq(recoveryCodes.userId, user.id), isNull(recoveryCodes.usedAt)))
	]);
	return {
		name: user.name,
		email: user.email,
		isLocal,
		hasSecondFactor: factor !== null,
		codesLeft: left!.n
	};
}
