import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { SwapTerms } from '#lib/contracts/requests.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';

const KEY = 'swaps.terms';

export const DEFAULT_SWAP_TERMS: SwapTerms = { isAutomatic: false, leastHoursAhead: 12, openDays: 7 };

const Terms = z.object({
	isAutomatic: z.boolean(),
	leastHoursAhead: z.number().min(0, 'not below 0').max(336, 'at most 336 hours'),
	openDays: z.int('whole days').min(1, 'not below 1').max(60, 'at most 60')
});

/** For domains: rights are the caller's. */
export async function readSwapTerms({ db }: Context): Promise<SwapTerms> {
	const [row] = await db.orm.select().from(settings).where(eq(settings.key, KEY));
	const stored = Terms.safeParse(row?.value);
	return stored.success ? stored.data : { ...DEFAULT_SWAP_TERMS };
}

/** Keeps how swaps are granted; offers that stand go on by what they were made under. Answers what it was. */
export async function saveSwapTerms(
	ctx: Context,
	actor: Actor,
	input: SwapTerms
): Promise<{ before: SwapTerms; after: SwapTerms }> {
	requireRight(actor, 'requests.manage');
	const after = parseInput('Saving how swaps are granted', Terms, input);
	const before = await readSwapTerms(ctx);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(settings)
			.values({ key: KEY, value: after })
			.onConflictDoUpdate({ target: settings.key, set: { value: after } }),
		recordAudit(ctx, actor, { action: 'swaps.terms', subject: `settings:${KEY}`, before, after })
	]);
	return { before, after };
}
