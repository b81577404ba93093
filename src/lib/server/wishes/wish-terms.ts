import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { WishTerms } from '#lib/contracts/requests.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'wishes.terms';

export const DEFAULT_WISH_TERMS: WishTerms = { points: 10, reducingNeedsConsent: true };

const Terms = z.object({
	points: z.int('a whole number').min(1, 'not below 1').max(100, 'at most 100'),
	reducingNeedsConsent: z.boolean()
});

/** For domains: rights are the caller's. */
export async function readWishTerms({ db }: Context): Promise<WishTerms> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = Terms.safeParse(row?.value);
	return stored.success ? stored.data : { ...DEFAULT_WISH_TERMS };
}

/** Keeps how much people may wish, and whether being available less needs consent. Answers what it was. */
export async function saveWishTerms(
	ctx: Context,
	actor: Actor,
	input: WishTerms
): Promise<{ before: WishTerms; after: WishTerms }> {
	requireRight(actor, 'requests.manage');
	const after = parseInput('Saving the terms of wishes', Terms, input);
	const before = await readWishTerms(ctx);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value: after })
			.onConflictDoUpdate({ target: settings.key, set: { value: after } }),
		recordAudit(ctx, actor, { action: 'wishes.terms', subject: `settings:${KEY}`, before, after })
	]);
	return { before, after };
}
