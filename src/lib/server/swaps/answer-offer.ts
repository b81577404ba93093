import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { ownAgentOf, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapCandidates, swapOffers } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { carryOut, type Offer } from './carry-out.ts';
import { SwapCheck } from './swap-check.ts';
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

async function accept(
	ctx: Context,
	actor: Actor,
	offer: Offer & { takenBy: string }
): Promise<AnsweredOffer> {
	const { orm } = ctx.db;
	const { isAutomatic } = await readSwapTerms(ctx);
	const { id, agentId, takenBy } = offer;
	const rules = isAutomatic ? [] : await rulesNow(ctx, offer);
	const done = isAutomatic
		? await carryOut(ctx, actor, offer, { decidedBy: null, reason: null })
		: rules === null
			? GONE
			: rules.length > 0
				? ({ kind: 'refused', reason: 'rules', rules } as const)
				: null;
	if (done?.kind === 'refused') {
		if (done.reason === 'rules')
			await orm.batch([
				orm
					.update(swapCandidates)
					.set({ state: 'unfit', rules: done.rules })
					.where(and(eq(swapCandidates.offerId, id), eq(swapCandidates.agentId, takenBy))),
				recordAudit(ctx, actor, {
					action: 'swap.left-out',
					subject: `agent:${takenBy}`,
					after: { id, rules: done.rules }
				})
			]);
		return done;
	}
	const answered = orm
		.update(swapCandidates)
		.set({ state: 'accepted', answeredAt: ctx.now() })
		.where(and(eq(swapCandidates.offerId, id), eq(swapCandidates.agentId, takenBy)));
	const entry = recordAudit(ctx, actor, {
		action: 'swap.accept',
		subject: `agent:${takenBy}`,
		after: { id, from: agentId, startAt: offer.startAt, returnStartAt: offer.returnStartAt }
	});
	if (done) {
		await orm.batch([answered, entry]);
		await tellOfSwap(ctx, [agentId, takenBy], 'swap.done', offer);
		return { kind: 'done' };
	}
	const { returnStartAt, returnEndAt } = offer;
	await orm.batch([
		orm
			.update(swapOffers)
			.set({ state: 'accepted', takenBy, takenAt: ctx.now(), returnStartAt, returnEndAt })
			.where(and(eq(swapOffers.id, id), eq(swapOffers.state, 'open'))),
		answered,
		entry
	]);
	await tellOfSwap(ctx, [agentId], 'swap.accepted', offer);
	return { kind: 'accepted' };
}

/** Null where one of the shifts is no longer as it was. */
export async function rulesNow(
	ctx: Context,
	{ agentId, startAt, endAt, takenBy, returnStartAt, returnEndAt }: Offer & { takenBy: string }
): Promise<string[] | null> {
	const check = await SwapCheck.read(ctx, [startAt, ...(returnStartAt === null ? [] : [returnStartAt])]);
	const shift = check.shiftOf(agentId, startAt);
	const back = returnStartAt === null ? null : check.shiftOf(takenBy, returnStartAt);
	if (shift?.endAt !== endAt || (returnStartAt !== null && back?.endAt !== returnEndAt)) return null;
	return check.rules(agentId, shift, takenBy, back);
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
	const [asked] = await orm
		.select({ agentId: swapCandidates.agentId })
		.from(swapCandidates)
		.where(and(eq(swapCandidates.offerId, offer.id), eq(swapCandidates.state, 'asked')))
		.limit(1);
	// The last who was asked does not want it: nobody need wait for its end.
	if (!asked) {
		await orm.batch([
			orm.update(swapOffers).set({ state: 'expired' }).where(eq(swapOffers.id, offer.id)),
			recordAudit(ctx, actor, {
				action: 'swap.expire',
				subject: `agent:${offer.agentId}`,
				before: { id: offer.id, state: 'open' }
			})
		]);
		await tellOfSwap(ctx, [offer.agentId], 'swap.ended', offer);
	}
	return { kind: 'refused-it' };
}
