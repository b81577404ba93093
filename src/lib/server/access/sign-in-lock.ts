import { createHash } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { signInFailures } from '../db/schema/index.ts';

/** Wrong passwords in a row until an account is locked, and from one network address until that is. */
const MOST = { account: 10, address: 50 } as const;
/** The first lock; each further failure doubles it, */
const FIRST_LOCK_MS = 60_000;
/** up to this. */
const LONGEST_LOCK_MS = 3_600_000;
/** A failure is forgotten after this. */
const KEPT_MS = 24 * 3_600_000;

type Counted = keyof typeof MOST;

/** What is counted stands in the table as a hash: nobody reads there who tried to sign in. */
const idOf = (of: Counted, value: string): string =>
	createHash('sha256').update(`${of}\n${value}`).digest('base64url');

/** Seconds until an account may be tried again from an address; 0 = now. */
export async function lockedSeconds({ db, now }: Context, email: string, address: string): Promise<number> {
	const ids = [idOf('account', email), idOf('address', address)];
	const rows = await Promise.all(
		ids.map((id) => db.orm.select().from(signInFailures).where(eq(signInFailures.id, id)))
	);
	const until = Math.max(...rows.flat().map(({ lockedUntil }) => lockedUntil ?? 0), 0);
	return Math.max(0, Math.ceil((until - now()) / 1000));
}

/**
 * Counts a failure, whether or not there is such an account: both take the same way and the same time. It is counted in
 * the database, so that of many at once none is lost.
 */
export async function countFailure(ctx: Context, email: string, address: string): Promise<void> {
	const { orm } = ctx.db;
	const { failures } = signInFailures;
	const at = ctx.now();
	await orm.delete(signInFailures).where(lt(signInFailures.lastAt, at - KEPT_MS));
	for (const [of, value] of [
		['account', email],
		['address', address]
	] as const) {
		const id = idOf(of, value);
		/** Beyond the most before this one. */
		const over = sql`${failures} + 1 - ${MOST[of]}`;
		const lockMs = sql`min(${LONGEST_LOCK_MS}, ${FIRST_LOCK_MS} << min(${over}, 20))`;
		const [counted] = await orm
			.insert(signInFailures)
			.values({ id, failures: 1, lastAt: at, lockedUntil: null })
			.onConflictDoUpdate({
				target: signInFailures.id,
				set: {
					failures: sql`${failures} + 1`,
					lastAt: at,
					lockedUntil: sql`CASE WHEN ${over} < 0 THEN NULL ELSE ${at} + ${lockMs} END`
				}
			})
			.returning();
		if (counted!.failures === MOST[of])
			await recordAudit(ctx, SYSTEM, {
				action: 'sign-in.lock',
				subject: `sign-in:${of}:${id.slice(0, 12)}`,
				after: { failures: counted!.failures, lockedUntil: counted!.lockedUntil }
			});
	}
}

/** A right password ends the account's row of failures; those of the address stay, for it may have guessed at others. */
export async function forgetFailures({ db }: Context, email: string): Promise<void> {
	await db.orm.delete(signInFailures).where(eq(signInFailures.id, idOf('account', email)));
}
