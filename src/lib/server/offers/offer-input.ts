import { z } from 'zod';
import { OFFER_KINDS } from '#lib/contracts/offers.ts';
import { InvalidInputError } from '../access/index.ts';

const id = z.string().min(1).max(200);
const HOUR_MS = 3_600_000;
/** A longer one is a shift for the roster. */
const MOST_HOURS = 12;

const span = {
	kind: z.enum(OFFER_KINDS),
	fromAt: z.int(),
	toAt: z.int(),
	places: z.int().min(1).max(500)
};
export const OfferInput = z.object({
	...span,
	agentIds: z.array(id).min(1).max(1_000),
	expiresAt: z.int(),
	/** An acceptance can be taken back until so long before it begins; null: it stands. */
	takeBackMinutes: z.int().min(0).max(10_080).nullable().default(null),
	note: z.string().trim().max(300).nullable().default(null)
});
export type OfferInput = z.input<typeof OfferInput>;

export const PreviewInput = z.object({
	...span,
	/** Null: everybody whom the actor leads. */
	agentIds: z.array(id).min(1).max(1_000).nullable().default(null)
});
export type PreviewInput = z.input<typeof PreviewInput>;

/** Refuses a span that can't be offered any more, or at all. */
export function checkSpan(
	action: string,
	{ fromAt, toAt }: { fromAt: number; toAt: number },
	nowMs: number
): void {
	const refuse = (text: string): never => {
		throw new InvalidInputError(`${action}: ${text}`);
	};
	if (toAt <= fromAt) refuse('its end must come after its start.');
	if (toAt - fromAt > MOST_HOURS * HOUR_MS) refuse(`at most ${MOST_HOURS} hours; make a shift of it.`);
	if (fromAt < nowMs) refuse('it has begun; offer what is still to come.');
}
