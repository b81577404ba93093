import { and, eq, isNull } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { offers } from '../db/schema/index.ts';
import { agentUsers, tell } from '../notices/index.ts';
import { offerStatus } from './offer-status.ts';
import { readOffers } from './read-offers.ts';

/**
 * Takes an open offer away from those who have not accepted it; acceptances stand. False when there is no open one, or it
 * was made to people whom the actor does not lead.
 */
export async function withdrawOffer(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'schedule.change');
	const [found] = await readOffers(ctx, eq(offers.id, id));
	if (!found?.people.every(({ agentId }) => leadsAgent(actor, agentId))) return false;
	const { offer, people, accepted } = found;
	if (offerStatus(offer, accepted, ctx.now()) !== 'open') return false;
	const [withdrawn] = await ctx.db.orm.batch([
		ctx.db.orm
			.update(offers)
			.set({ withdrawnBy: actor.id, withdrawnAt: ctx.now() })
			.where(and(eq(offers.id, id), isNull(offers.withdrawnAt))),
		recordAuditIfChanged(ctx, actor, {
			action: 'offer.withdraw',
			subject: `offer:${id}`,
			before: { kind: offer.kind, fromAt: offer.fromAt, toAt: offer.toAt, accepted }
		})
	]);
	if (withdrawn.rowsAffected === 0) return false;
	for (const { agentId, state, fromAt } of people)
		if (state === 'asked')
			await tell(
				ctx,
				await agentUsers(ctx, agentId),
				'offer.withdrawn',
				{ offer: offer.kind, startAt: fromAt! },
				'/me'
			);
	return true;
}
