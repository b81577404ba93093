import { and, eq, lte, or } from 'drizzle-orm';
import { recordAuditIfChanged } from '../audit/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { swapOffers } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { tellOfSwap } from './tell-of-swap.ts';

/** Ends offers whose time has passed, and accepted ones on which nobody has decided before the shift; their people are told. */
export async function endSwaps(ctx: Context): Promise<number> {
	const { orm } = ctx.db;
	const now = ctx.now();
	const over = or(
		and(eq(swapOffers.state, 'open'), lte(swapOffers.expiresAt, now)),
		and(eq(swapOffers.state, 'accepted'), lte(swapOffers.startAt, now))
	);
	return inTurn(ctx.db, async () => {
		const due = await orm.select().from(swapOffers).where(over);
		for (const offer of due) {
			const { id, agentId, state, takenBy } = offer;
			await orm.batch([
				orm
					.update(swapOffers)
					.set({ state: 'expired' })
					.where(and(eq(swapOffers.id, id), over)),
				recordAuditIfChanged(ctx, SYSTEM, {
					action: 'swap.expire',
					subject: `agent:${agentId}`,
					before: { id, state },
					after: { id, state: 'expired' }
				})
			]);
			await tellOfSwap(ctx, [agentId, state === 'accepted' ? takenBy : null], 'swap.ended', offer);
		}
		return due.length;
	});
}
