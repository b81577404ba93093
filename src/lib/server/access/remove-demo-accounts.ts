import { eq } from 'drizzle-orm';
import { recordAuditIfChanged } from '../audit/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { users } from '../db/schema/index.ts';

/** For a start without the demo on a database that had it: their password is public. Ends their sessions too. */
export async function removeDemoAccounts(ctx: Context): Promise<number> {
	const [removed] = await ctx.db.orm.batch([
		ctx.db.orm.delete(users).where(eq(users.isDemo, true)),
		recordAuditIfChanged(ctx, SYSTEM, { action: 'user.remove-demo', subject: 'users' })
	]);
	return removed.rowsAffected;
}
