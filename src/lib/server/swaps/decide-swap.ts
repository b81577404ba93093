import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAudit, recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapOffers } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { tellOfSwap } from './tell-of-swap.ts';

const DecideInput = z.object({
	id: z.string().min(1),
	decision: z.enum(['approve', 'decline']),
	reason: z.string().trim().max(300, 'at most 300 characters').default('')
});

/**
 * Approves an accepted swap, which carries it out if every rule still holds, or declines it with a reason; both are told.
 * A swap over the edge of one's part of the centre is for who leads both.
 */
export async function decideSwap(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof DecideInput>
): Promise<CarriedOut | { kind: 'declined' }> {
	requireRight(actor, 'requests.decide');
	const { id, decision, reason } = parseInput('Deciding on a swap', DecideInput, input);
	if (decision === 'decline' && reason === '')
		throw new InvalidInputError('Deciding on a swap: say why it is declined.');
	return inTurn(ctx.db, async () => {
		const { orm } = ctx.db;
		const accepted = and(eq(swapOffers.id, id), eq(swapOffers.state, 'accepted'));
		const [offer] = await orm.select().from(swapOffers).where(accepted);
		if (!offer?.takenBy || !leadsAgent(actor, offer.agentId) || !leadsAgent(actor, offer.takenBy))
			return { kind: 'refused' as const, reason: 'gone' as const };
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
			return { kind: 'declined' as const };
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
