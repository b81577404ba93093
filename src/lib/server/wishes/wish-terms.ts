import { z } from 'zod';
import type { WishTerms } from '#lib/contracts/requests.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { readSetting, writeSetting } from '../setting.ts';

const KEY = 'wishes.terms';
const USUAL: WishTerms = { points: 10, reducingNeedsConsent: true };

const Terms = z.object({
	points: z.int('a whole number').min(1, 'not below 1').max(100, 'at most 100'),
	reducingNeedsConsent: z.boolean()
});

/** For domains: rights are the caller's. */
export const readWishTerms = (ctx: Context): Promise<WishTerms> => readSetting(ctx, KEY, Terms, USUAL);

/** Keeps how much people may wish, and whether being available less needs consent. Answers what it was. */
export async function saveWishTerms(
	ctx: Context,
	actor: Actor,
	input: WishTerms
): Promise<{ before: WishTerms; after: WishTerms }> {
	requireRight(actor, 'requests.manage');
	const after = parseInput('Saving the terms of wishes', Terms, input);
	const before = await readWishTerms(ctx);
	await writeSetting(ctx, actor, { key: KEY, action: 'wishes.terms', before, after });
	return { before, after };
}
