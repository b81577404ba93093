import { and, eq, isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { accounts, secondFactors } from '../db/schema/index.ts';

/** Whether the account signs in with a password here; else by the identity provider. */
export async function hasPassword({ db: { orm } }: Context, userId: string): Promise<boolean> {
	const [local] = await orm
		.select({ id: accounts.id })
		.from(accounts)
		.where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
	return local !== undefined;
}

/** The account's second factor; null while there is none that was shown to work. */
export async function factorOf(
	{ db: { orm } }: Context,
	userId: string
): Promise<typeof secondFactors.$inferSelect | null> {
	const [factor] = await orm
		.select()
		.from(secondFactors)
		.where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
	return factor ?? null;
}
