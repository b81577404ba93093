import { InvalidInputError, leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import type { OfferPreview } from '#lib/contracts/offers.ts';
import { shortInSpan } from './cover-of-span.ts';
import { judgePeople } from './judge-people.ts';
import { checkSpan, PreviewInput } from './offer-input.ts';
import { namesAround } from './names-around.ts';

const ACTION = 'Looking at an offer';

/** Who could be asked, who could not and why, and what it does to the cover of the span. Nobody is asked by it. */
export async function previewOffer(ctx: Context, actor: Actor, input: PreviewInput): Promise<OfferPreview> {
	requireRight(actor, 'schedule.change');
	const { kind, fromAt, toAt, places, agentIds } = parseInput(ACTION, PreviewInput, input);
	checkSpan(ACTION, { fromAt, toAt }, ctx.now());
	const people = await peopleFor(ctx, actor, ACTION, agentIds);
	const judged = await judgePeople(ctx, { kind, fromAt, toAt }, people);
	const { teams, withAccount } = await namesAround(ctx);
	const able = judged.filter(({ reasons }) => reasons.length === 0);
	const may = able.map(({ agent, part, paidHours }) => ({
		...{ agentId: agent.id, name: agent.name, ...part!, paidHours },
		team: teams.get(agent.teamId ?? '') ?? null,
		hasAccount: withAccount.has(agent.id)
	}));
	const takers = able.slice(0, places).map(({ agent, after }) => ({ agentId: agent.id, shifts: after }));
	const before = await shortInSpan(ctx, { fromAt, toAt });
	const after = before === null ? null : await shortInSpan(ctx, { fromAt, toAt }, takers);
	return {
		may,
		mayNot: judged
			.filter(({ reasons }) => reasons.length > 0)
			.map(({ agent, reasons }) => ({ agentId: agent.id, name: agent.name, reasons })),
		shortHours: before === null || after === null ? null : { before, after }
	};
}

/**
 * The people with these ids, whom the actor must lead; with null all whom the actor leads.
 *
 * @throws OutOfScopeError and InvalidInputError for who is not there
 */
export async function peopleFor(
	ctx: Context,
	actor: Actor,
	action: string,
	agentIds: readonly string[] | null
): Promise<AgentRecord[]> {
	const all = await listAgents(ctx);
	if (agentIds === null) return all.filter(({ id }) => leadsAgent(actor, id));
	const byId = new Map(all.map((agent) => [agent.id, agent]));
	return [...new Set(agentIds)].map((id) => {
		requireRight(actor, 'schedule.change', { person: id });
		const agent = byId.get(id);
		if (!agent) throw new InvalidInputError(`${action}: there is no agent "${id}".`);
		return agent;
	});
}
