import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'secret';

/** What session cookies are signed with: MAREA_SECRET, else one made on first use and kept with the data. */
export async function secretOf(ctx: Context): Promise<string> {
	const given = process.env.MAREA_SECRET;
	if (given) {
		if (given.length < 32)
			throw new Error('MAREA_SECRET is too short to sign sessions: give 32 characters or more.');
		return given;
	}
	// Two processes may start at once on a new database: the first row stays, both read it.
	await ctx.db.orm
		.insert(settings)
		.values({ key: KEY, value: randomBytes(32).toString('base64url') })
		.onConflictDoNothing();
	const [row] = await ctx.db.orm.select().from(settings).where(eq(settings.key, KEY));
	return String(row!.value);
}
