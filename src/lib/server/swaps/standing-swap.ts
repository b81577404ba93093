import type { Context } from '../context.ts';
import type { ScheduledShift } from '../rosters/index.ts';
import type { AgreedOffer } from './offer.ts';
import { SwapCheck } from './swap-check.ts';

/**
 * An agreed offer as schedules stand: its shifts, the second of a swap only, and the rules that carrying it out would break.
 * Null where one of the shifts is no longer as it was.
 */
export async function standingSwap(
	ctx: Context,
	{ agentId, startAt, endAt, takenBy, returnStartAt, returnEndAt }: AgreedOffer
): Promise<{ shift: ScheduledShift; back: ScheduledShift | null; rules: string[] } | null> {
	const check = await SwapCheck.read(ctx, [startAt, ...(returnStartAt === null ? [] : [returnStartAt])]);
	const shift = check.shiftOf(agentId, startAt);
	const back = returnStartAt === null ? null : check.shiftOf(takenBy, returnStartAt);
	if (shift?.endAt !== endAt || (returnStartAt !== null && back?.endAt !== returnEndAt)) return null;
	return { shift, back, rules: check.rules(agentId, shift, takenBy, back) };
}
