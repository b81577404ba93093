import { randomUUID } from 'node:crypto';
import type { LeftOut } from '#lib/contracts/offers.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { offerAgents, offers } from '../db/schema/index.ts';
import { agentUsers, tell } from '../notices/index.ts';
import { judgePeople } from './judge-people.ts';
import { checkSpan, OfferInput } from './offer-input.ts';
import { peopleFor } from './preview-offer.ts';

export type MadeOffer =
	| { status: 'made'; id: string; asked: string[]; leftOut: LeftOut[] }
	/** Everybody would break a rule: nobody is asked. */
	| { status: 'nobody'; leftOut: LeftOut[] };

const ACTION = 'Making an offer';

/**
 * Asks people whether they want overtime or time off. Who would break a rule by it is left out and named with the rule;
 * the schedule changes when somebody accepts.
 *
 * @param proposalId the balancer's promise that it is made for; nobody says so of an offer of their own
 */
export async function makeOffer(
	ctx: Context,
	actor: Actor,
	input: OfferInput,
	proposalId: string | null = null
): Promise<MadeOffer> {
	requireRight(actor, 'schedule.change');
	const wanted = parseInput(ACTION, OfferInput, input);
	const { agentIds, ...offer } = wanted;
	const { kind, fromAt, toAt, expiresAt } = offer;
	const nowMs = ctx.now();
	checkSpan(ACTION, offer, nowMs);
	if (expiresAt <= nowMs || expiresAt > fromAt)
		throw new InvalidInputError(
			`${ACTION}: answers are wanted until ${new Date(expiresAt).toISOString()}; give a time from now to its start.`
		);
	const people = await peopleFor(ctx, actor, ACTION, agentIds);
	const judged = await judgePeople(ctx, { kind, fromAt, toAt }, people);
	const leftOut = judged
		.filter(({ reasons }) => reasons.length > 0)
		.map(({ agent, reasons }) => ({ agentId: agent.id, name: agent.name, reasons }));
	const asked = judged.filter(({ reasons }) => reasons.length === 0);
	if (asked.length === 0) return { status: 'nobody', leftOut };

	const id = randomUUID();
	await ctx.db.orm.batch([
		ctx.db.orm
			.insert(offers)
			.values({ ...offer, note: offer.note || null, id, proposalId, createdBy: actor.id, createdAt: nowMs }),
		ctx.db.orm.insert(offerAgents).values([
			...asked.map(({ agent, part, paidHours }) => ({
				...{ offerId: id, agentId: agent.id, ...part!, paidHours },
				state: 'asked' as const
			})),
			...leftOut.map(({ agentId, reasons }) => ({
				...{ offerId: id, agentId, reasons },
				state: 'left_out' as const
			}))
		]),
		recordAudit(ctx, actor, {
			action: 'offer.make',
			subject: `offer:${id}`,
			after: { ...offer, proposalId, agentIds: asked.map(({ agent }) => agent.id) },
			reason: offer.note
		})
	]);
	for (const { agent, part } of asked)
		await tell(
			ctx,
			await agentUsers(ctx, agent.id),
			'offer.made',
			{ offer: kind, startAt: part!.fromAt },
			'/me'
		);
	return { status: 'made', id, asked: asked.map(({ agent }) => agent.id), leftOut };
}
