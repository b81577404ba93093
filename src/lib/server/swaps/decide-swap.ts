import { and, eq } from 'drizzle-orm';
import { leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAudit, recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapOffers } from '../db/schema/index.ts';
import { DecisionInput } from '../decision-input.ts';
import { inTurn } from '../in-turn.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { tellOfSwap } from './tell-of-swap.ts';

export type DecidedSwap = CarriedOut | { kind: 'declined' };

/**
 * Approves an accepted swap, which carries it out if every rule still holds, or declines it with a reason; both are told.
 * A swap over the edge of one's part of the centre is for who leads both.
 */
export async function decideSwap(ctx: Context, actor: Actor, input: DecisionInput): Promise<DecidedSwap> {
	requireRight(actor, 'requests.decide');
	const { id, decision, reason } = parseInput('Deciding on a swap', DecisionInput, input);
	return inTurn(ctx.db, async (): Promise<DecidedSwap> => {
		const { orm } = ctx.db;
		const accepted = and(eq(swapOffers.id, id), eq(swapOffers.state, 'accepted'));
		const [offer] = await orm.select().from(swapOffers).where(accepted);
		if (!offer?.takenBy || !leadsAgent(actor, offer.agentId) || !leadsAgent(actor, offer.takenBy))
			return { kind: 'refused', reason: 'gone' };
		const { agentId, takenBy } = offer;
		if (decision === 'decline') {
			await orm.batch([
				orm
					.update(swapOffers)
					.set({ state: 'declined', decidedBy: actor.id, decidedAt: ctx.now(), reason })
					.where(accepted),
				recordAuditIfChanged(ctx, actor, {
					action: 'swap.decline',
					subject: `agent:${agentId}`,
					before: { id, state: 'accepted' },
					after: { id, state: 'declined' },
					reason
				})
			]);
			await tellOfSwap(ctx, [agentId, takenBy], 'swap.declined', offer);
			return { kind: 'declined' };
		}
		const done = await carryOut(
			ctx,
			actor,
			{ ...offer, takenBy },
			{ decidedBy: actor.id, reason: reason || null }
		);
		if (done.kind !== 'done') return done;
		await recordAudit(ctx, actor, {
			action: 'swap.approve',
			subject: `agent:${agentId}`,
			after: { id, takenBy },
			reason
		});
		await tellOfSwap(ctx, [agentId, takenBy], 'swap.done', offer);
		return done;
	});
}
