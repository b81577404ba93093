import { and, gt, lt } from 'drizzle-orm';
import type { OfferRow } from '#lib/contracts/offers.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { offers } from '../db/schema/index.ts';
import { shortInSpan } from './cover-of-span.ts';
import { offerStatus } from './offer-status.ts';
import { readOffers } from './read-offers.ts';

/** Offers whose span touches this one, the latest first, with what those whom the actor leads have answered. */
export async function listOffers(
	ctx: Context,
	actor: Actor,
	{ fromMs, toMs }: { fromMs: number; toMs: number }
): Promise<OfferRow[]> {
	requireRight(actor, 'roster.view');
	const nowMs = ctx.now();
	const found = await readOffers(ctx, and(gt(offers.toAt, fromMs), lt(offers.fromAt, toMs)));
	const rows: OfferRow[] = [];
	// Several are often made of the same hours, and to work them out takes the whole day's schedule.
	const short = new Map<string, Promise<number | null>>();
	const shortIn = (span: { fromAt: number; toAt: number }) => {
		const key = `${span.fromAt}-${span.toAt}`;
		const known = short.get(key) ?? shortInSpan(ctx, span);
		short.set(key, known);
		return known;
	};
	for (const { offer, people, accepted } of found) {
		const led = people.filter(({ agentId }) => leadsAgent(actor, agentId));
		if (led.length === 0) continue;
		const { id, kind, fromAt, toAt, places, expiresAt, takeBackMinutes, note } = offer;
		rows.push({
			...{ id, kind, fromAt, toAt, places, accepted, expiresAt, takeBackMinutes, note },
			isProposed: offer.proposalId !== null,
			createdBy: offer.createdBy,
			createdAt: offer.createdAt,
			status: offerStatus(offer, accepted, nowMs),
			answers: led.map(({ agentId, name, state, change, fromAt: from, toAt: to, reasons, answeredAt }) => ({
				...{ agentId, name, state, change, fromAt: from, toAt: to, answeredAt },
				reasons: reasons ?? []
			})),
			// What is over does not change any more.
			shortHours: toAt > nowMs ? await shortIn({ fromAt, toAt }) : null
		});
	}
	return rows;
}
