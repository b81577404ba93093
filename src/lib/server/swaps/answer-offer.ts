import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { ownAgentOf, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapCandidates, swapOffers } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { carryOut } from './carry-out.ts';
import type { AgreedOffer, Offer } from './offer.ts';
import { standingSwap } from './standing-swap.ts';
import { readSwapTerms } from './swap-terms.ts';
import { tellOfSwap } from './tell-of-swap.ts';

const AnswerInput = z.object({
	id: z.string().min(1),
	answer: z.enum(['accept', 'refuse']),
	/** Of a swap: which of one's own shifts is given in return. */
	returnStartAt: z.int().nullable().default(null)
});
export type AnswerInput = z.input<typeof AnswerInput>;

export type AnsweredOffer =
	/** `accepted` waits for a planner; `done` has changed hands. */
	| { kind: 'refused-it' }
	| { kind: 'accepted' }
	| { kind: 'done' }
	/** `gone`: taken, withdrawn, over, or never asked of this person. */
	| { kind: 'refused'; reason: 'gone' }
	| { kind: 'refused'; reason: 'rules'; rules: string[] };

const GONE = { kind: 'refused', reason: 'gone' } as const;

/**
 * Answers a colleague's offer. The first who accepts has it: every rule is checked again then, and it is carried out, or
 * waits for a planner where the centre wants one.
 */
export async function answerOffer(ctx: Context, actor: Actor, input: AnswerInput): Promise<AnsweredOffer> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const { id, answer, returnStartAt } = parseInput('Answering an offer', AnswerInput, input);
	return inTurn(ctx.db, async () => {
		const { orm } = ctx.db;
		const [found] = await orm
			.select({ offer: swapOffers, candidate: swapCandidates })
			.from(swapOffers)
			.innerJoin(
				swapCandidates,
				and(eq(swapCandidates.offerId, swapOffers.id), eq(swapCandidates.agentId, agentId))
			)
			.where(
				and(
					eq(swapOffers.id, id),
					eq(swapOffers.state, 'open'),
					gt(swapOffers.expiresAt, ctx.now()),
					eq(swapCandidates.state, 'asked')
				)
			);
		if (!found) return GONE;
		if (answer === 'refuse') return refuse(ctx, actor, found.offer, agentId);
		const back = found.candidate.returns.find(({ startAt }) => startAt === returnStartAt) ?? null;
		if (found.offer.kind === 'swap' && !back) return GONE;
		const offer = {
			...found.offer,
			takenBy: agentId,
			returnStartAt: back?.startAt ?? null,
			returnEndAt: back?.endAt ?? null
		};
		return accept(ctx, actor, offer);
	});
}

async function accept(ctx: Context, actor: Actor, offer: AgreedOffer): Promise<AnsweredOffer> {
	const { orm } = ctx.db;
	const { id, agentId, takenBy, returnStartAt, returnEndAt } = offer;
	const { isAutomatic } = await readSwapTerms(ctx);
	const taken = isAutomatic
		? await carryOut(ctx, actor, offer, { decidedBy: null, reason: null })
		: await mayBeDecided(ctx, offer);
	if (taken.kind === 'refused') {
		if (taken.reason === 'rules') await leaveOut(ctx, actor, offer, taken.rules);
		return taken;
	}
	await orm.batch([
		orm
			.update(swapCandidates)
			.set({ state: 'accepted', answeredAt: ctx.now() })
			.where(and(eq(swapCandidates.offerId, id), eq(swapCandidates.agentId, takenBy))),
		recordAudit(ctx, actor, {
			action: 'swap.accept',
			subject: `agent:${takenBy}`,
			after: { id, from: agentId, startAt: offer.startAt, returnStartAt }
		}),
		...(isAutomatic
			? []
			: [
					orm
						.update(swapOffers)
						.set({ state: 'accepted', takenBy, takenAt: ctx.now(), returnStartAt, returnEndAt })
						.where(and(eq(swapOffers.id, id), eq(swapOffers.state, 'open')))
				])
	]);
	if (isAutomatic) await tellOfSwap(ctx, [agentId, takenBy], 'swap.done', offer);
	else await tellOfSwap(ctx, [agentId], 'swap.accepted', offer);
	return taken;
}

/** Whether it can wait for a planner: under every rule, as if it were carried out now. */
async function mayBeDecided(
	ctx: Context,
	offer: AgreedOffer
): Promise<Extract<AnsweredOffer, { kind: 'accepted' | 'refused' }>> {
	const stands = await standingSwap(ctx, offer);
	if (!stands) return GONE;
	const { rules } = stands;
	return rules.length > 0 ? { kind: 'refused', reason: 'rules', rules } : { kind: 'accepted' };
}

/** Who would break a rule by now is asked no more, as if left out from the start. */
async function leaveOut(ctx: Context, actor: Actor, offer: AgreedOffer, rules: string[]): Promise<void> {
	const { id, takenBy } = offer;
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.update(swapCandidates)
			.set({ state: 'unfit', rules })
			.where(and(eq(swapCandidates.offerId, id), eq(swapCandidates.agentId, takenBy))),
		recordAudit(ctx, actor, { action: 'swap.left-out', subject: `agent:${takenBy}`, after: { id, rules } })
	]);
	await endWithoutAnyone(ctx, actor, offer);
}

async function refuse(ctx: Context, actor: Actor, offer: Offer, agentId: string): Promise<AnsweredOffer> {
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.update(swapCandidates)
			.set({ state: 'refused', answeredAt: ctx.now() })
			.where(and(eq(swapCandidates.offerId, offer.id), eq(swapCandidates.agentId, agentId))),
		recordAudit(ctx, actor, {
			action: 'swap.refuse',
			subject: `agent:${agentId}`,
			after: { id: offer.id, from: offer.agentId }
		})
	]);
	await endWithoutAnyone(ctx, actor, offer);
	return { kind: 'refused-it' };
}

/** Ends an offer once the last who was asked does not want it, or may not have it: nobody need wait for its end. */
async function endWithoutAnyone(ctx: Context, actor: Actor, { id, agentId, startAt }: Offer): Promise<void> {
	const { orm } = ctx.db;
	const [asked] = await orm
		.select({ agentId: swapCandidates.agentId })
		.from(swapCandidates)
		.where(and(eq(swapCandidates.offerId, id), eq(swapCandidates.state, 'asked')))
		.limit(1);
	if (asked) return;
	await orm.batch([
		orm.update(swapOffers).set({ state: 'expired' }).where(eq(swapOffers.id, id)),
		recordAudit(ctx, actor, {
			action: 'swap.expire',
			subject: `agent:${agentId}`,
			before: { id, state: 'open' },
			after: { id, state: 'expired' }
		})
	]);
	await tellOfSwap(ctx, [agentId], 'swap.ended', { startAt });
}
