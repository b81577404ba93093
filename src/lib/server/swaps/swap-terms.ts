import { z } from 'zod';
import type { SwapTerms } from '#lib/contracts/requests.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { readSetting, writeSetting } from '../setting.ts';

const KEY = 'swaps.terms';
const USUAL: SwapTerms = { isAutomatic: false, leastHoursAhead: 12, openDays: 7 };

const Terms = z.object({
	isAutomatic: z.boolean(),
	leastHoursAhead: z.number().min(0, 'not below 0').max(336, 'at most 336 hours'),
	openDays: z.int('whole days').min(1, 'not below 1').max(60, 'at most 60')
});

/** For domains: rights are the caller's. */
export const readSwapTerms = (ctx: Context): Promise<SwapTerms> => readSetting(ctx, KEY, Terms, USUAL);

/** Keeps how swaps are granted; offers that stand go on by what they were made under. Answers what it was. */
export async function saveSwapTerms(
	ctx: Context,
	actor: Actor,
	input: SwapTerms
): Promise<{ before: SwapTerms; after: SwapTerms }> {
	requireRight(actor, 'requests.manage');
	const after = parseInput('Saving how swaps are granted', Terms, input);
	const before = await readSwapTerms(ctx);
	await writeSetting(ctx, actor, { key: KEY, action: 'swaps.terms', before, after });
	return { before, after };
}
