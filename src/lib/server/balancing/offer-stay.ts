import type { ProposedDayChange } from '#lib/contracts/balance.ts';
import { InvalidInputError } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { makeOffer, type OfferInput } from '../offers/index.ts';
import type { ChangeInput } from '../rosters/index.ts';

/** Who was asked, by which offer, and until when an answer counts. */
export interface OfferedStay {
	agent: string;
	id: string;
	expiresAt: number;
}

/** What is promised is of the next half hour: who has not answered by then is not waited for. */
const ANSWER_MS = 10 * 60_000;

/** The change of the schedule that a proposed one is recorded as. */
export const recordedKind = (kind: ProposedDayChange['kind']): ChangeInput['kind'] =>
	kind === 'shortened' ? 'leaves' : kind;

/**
 * Offers a person the longer or shorter shift that was proposed.
 *
 * @throws InvalidInputError when it can't be offered any more, or would break a rule by now
 */
export async function offerStay(
	ctx: Context,
	actor: Actor,
	{ agent, kind, fromAt, toAt }: ProposedDayChange,
	{ promiseId, note }: { promiseId: string; note: string | null }
): Promise<OfferedStay> {
	const expiresAt = Math.min(ctx.now() + ANSWER_MS, fromAt);
	const asked: OfferInput = {
		kind: kind === 'shortened' ? 'time_off' : 'overtime',
		...{ agentIds: [agent], fromAt, toAt, places: 1, expiresAt, note }
	};
	const made = await makeOffer(ctx, actor, asked, promiseId);
	if (made.status === 'made') return { agent, id: made.id, expiresAt };
	const reasons = made.leftOut.flatMap((one) => one.reasons).join(', ');
	throw new InvalidInputError(`Making an offer: "${agent}" can't be asked any more (${reasons}).`);
}
