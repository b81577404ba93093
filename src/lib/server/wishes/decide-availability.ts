import { and, eq } from 'drizzle-orm';
import { leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { availabilities } from '../db/schema/index.ts';
import { DecisionInput } from '../decision-input.ts';
import { inTurn } from '../in-turn.ts';
import { agentUsers, tell } from '../notices/index.ts';

/** Consents to somebody being available less, or declines with a reason; they are told. False when none such waits. */
export async function decideAvailability(ctx: Context, actor: Actor, input: DecisionInput): Promise<boolean> {
	requireRight(actor, 'requests.decide');
	const { id, decision, reason } = parseInput('Deciding on availability', DecisionInput, input);
	const { orm } = ctx.db;
	const open = and(eq(availabilities.id, id), eq(availabilities.state, 'asked'));
	const state = decision === 'approve' ? 'approved' : 'declined';
	const decided = await inTurn(ctx.db, async () => {
		const [found] = await orm.select().from(availabilities).where(open);
		if (!found || !leadsAgent(actor, found.agentId)) return null;
		const [{ rowsAffected }] = await orm.batch([
			orm
				.update(availabilities)
				.set({ state, decidedBy: actor.id, decidedAt: ctx.now(), reason: reason || null })
				.where(open),
			recordAuditIfChanged(ctx, actor, {
				action: `availability.${decision}`,
				subject: `agent:${found.agentId}`,
				before: { id, state: 'asked' },
				after: { id, state },
				reason
			})
		]);
		return rowsAffected > 0 ? found : null;
	});
	if (!decided) return false;
	await tell(
		ctx,
		await agentUsers(ctx, decided.agentId),
		`availability.${state}`,
		{ date: decided.validFrom },
		'/me/requests?tab=wishes'
	);
	return true;
}
