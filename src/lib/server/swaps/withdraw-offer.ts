import { and, eq, inArray } from 'drizzle-orm';
import { ownAgentOf } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapOffers } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { tellOfSwap } from './tell-of-swap.ts';

/** Takes an offer of one's own back until it is carried out; whoever had accepted it is told. False when there is none such. */
export async function withdrawOffer(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const { orm } = ctx.db;
	const own = and(
		eq(swapOffers.id, id),
		eq(swapOffers.agentId, agentId),
		inArray(swapOffers.state, ['open', 'accepted'])
	);
	return inTurn(ctx.db, async () => {
		const [found] = await orm.select().from(swapOffers).where(own);
		if (!found) return false;
		await orm.batch([
			orm.update(swapOffers).set({ state: 'withdrawn' }).where(own),
			recordAuditIfChanged(ctx, actor, {
				action: 'swap.withdraw',
				subject: `agent:${agentId}`,
				before: { id, state: found.state },
				after: { id, state: 'withdrawn' }
			})
		]);
		if (found.state === 'accepted') await tellOfSwap(ctx, [found.takenBy], 'swap.ended', found);
		return true;
	});
}
