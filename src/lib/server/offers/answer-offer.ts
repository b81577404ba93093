import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ForbiddenError, InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { offerAgents, offers } from '../db/schema/index.ts';
import { changeToStore } from '../rosters/index.ts';
import { judgePeople } from './judge-people.ts';
import { offerStatus } from './offer-status.ts';
import { readOffers, type Offer, type OfferPerson } from './read-offers.ts';
import { tellMaker } from './tell-maker.ts';

const AnswerInput = z.object({ id: z.string().min(1).max(200), answer: z.enum(['accept', 'decline']) });
export type AnswerInput = z.input<typeof AnswerInput>;

export type OfferAnswered =
	| { status: 'accepted'; changeId: string }
	| { status: 'declined' }
	/** Others were faster, or its time is over. */
	| { status: 'filled' | 'expired' | 'withdrawn' }
	/** The person's day is another by now, or what would be broken by it. */
	| { status: 'not-possible'; reasons: string[] }
	/** Accepted already; or there is no such offer to this person. */
	| { status: 'answered' | 'gone' };

const ACTION = 'Answering an offer';
/** Each time somebody else's change of the same day came in between. */
const MOST_TRIES = 5;
const REASON = { overtime: 'Overtime offered and accepted', time_off: 'Time off offered and accepted' };

/**
 * The answer of the person who is asked. Accepting takes a place and changes the schedule in one transaction: with the
 * last place gone, or the day changed meanwhile, neither happens. A declined offer can still be accepted while it is open.
 */
export async function answerOffer(ctx: Context, actor: Actor, input: AnswerInput): Promise<OfferAnswered> {
	requireRight(actor, 'schedule.own');
	const { id, answer } = parseInput(ACTION, AnswerInput, input);
	const { agentId } = actor;
	if (agentId === null) throw new ForbiddenError('schedule.own');
	for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
		const [found] = await readOffers(ctx, eq(offers.id, id));
		const own = found?.people.find((one) => one.agentId === agentId);
		if (!found || !own || own.state === 'left_out') return { status: 'gone' };
		if (own.state === 'accepted' || own.state === 'undone') return { status: 'answered' };
		const status = offerStatus(found.offer, found.accepted, ctx.now());
		if (answer === 'decline') {
			if (status === 'withdrawn' || status === 'expired') return { status };
			await decline(ctx, actor, own);
			return { status: 'declined' };
		}
		if (status !== 'open') return { status };
		const answered = await accept(ctx, actor, found.offer, own);
		if (answered) return answered;
	}
	throw new InvalidInputError(`${ACTION}: the schedule is being changed at this moment; try again.`);
}

async function decline(ctx: Context, actor: Actor, { offerId, agentId }: OfferPerson): Promise<void> {
	await ctx.db.orm.batch([
		ctx.db.orm
			.update(offerAgents)
			.set({ state: 'declined', answeredAt: ctx.now() })
			.where(
				and(
					eq(offerAgents.offerId, offerId),
					eq(offerAgents.agentId, agentId),
					inArray(offerAgents.state, ['asked', 'taken_back'])
				)
			),
		recordAuditIfChanged(ctx, actor, {
			action: 'offer.decline',
			subject: `offer:${offerId}`,
			after: { agentId }
		})
	]);
}

/** Null: something came in between, look again. */
async function accept(
	ctx: Context,
	actor: Actor,
	offer: Offer,
	own: OfferPerson
): Promise<OfferAnswered | null> {
	const { orm } = ctx.db;
	const { agentId } = own;
	// Time off leaves others to be the minimum staff: their changes count as well.
	const whose = offer.kind === 'time_off' ? sql`TRUE` : sql`agent_id = ${agentId}`;
	const changesOf = sql`(SELECT coalesce(max("order"), 0) || ':' || count(removed_at) FROM schedule_changes WHERE ${whose}`;
	const { seen } = (await orm.get<{ seen: string }>(sql`SELECT ${changesOf}) AS seen`))!;
	const agent = (await listAgents(ctx)).find((one) => one.id === agentId)!;
	const [judged] = await judgePeople(ctx, offer, [agent]);
	const { part, change, reasons } = judged!;
	const isAsAsked = part?.change === own.change && part.fromAt === own.fromAt && part.toAt === own.toAt;
	if (!change || !isAsAsked) return { status: 'not-possible', reasons: ['changed'] };
	if (reasons.length > 0) return { status: 'not-possible', reasons };

	const prepared = await changeToStore(ctx, actor, {
		...{ agentId, kind: change.kind, fromAt: change.fromAt, toAt: change.toAt },
		parts: change.parts,
		reason: offer.note || REASON[offer.kind]
	}).catch((error: unknown) => {
		// Another change has come in since it was judged.
		if (error instanceof InvalidInputError) return null;
		throw error;
	});
	if (!prepared) return null;
	const { id: changeId, ...stored } = prepared;
	// Acceptances whose change was taken back by others leave their place to somebody else.
	const taken = sql`(SELECT count(*) FROM offer_agents AS o JOIN schedule_changes AS c ON c.id = o.change_id
		WHERE o.offer_id = ${offer.id} AND o.state = 'accepted' AND c.removed_at IS NULL)`;
	const isOpen = sql`EXISTS (SELECT 1 FROM offers WHERE id = ${offer.id} AND withdrawn_at IS NULL AND expires_at > ${ctx.now()}
		AND ${taken} < places)`;
	const [, claimed] = await orm.batch([
		stored.insert,
		orm
			.update(offerAgents)
			.set({ state: 'accepted', answeredAt: ctx.now(), changeId })
			.where(
				and(
					eq(offerAgents.offerId, offer.id),
					eq(offerAgents.agentId, agentId),
					inArray(offerAgents.state, ['asked', 'declined', 'taken_back']),
					isOpen,
					sql`${changesOf} AND id <> ${changeId}) = ${seen}`
				)
			),
		recordAuditIfChanged(ctx, actor, {
			action: 'offer.accept',
			subject: `offer:${offer.id}`,
			after: { agentId, changeId }
		}),
		recordAuditIfChanged(ctx, actor, stored.entry),
		stored.dropUnless(sql`EXISTS (SELECT 1 FROM offer_agents WHERE change_id = ${changeId})`)
	]);
	if (claimed.rowsAffected === 0) return null;
	await tellMaker(ctx, offer, 'offer.accepted', { agent: agent.name, startAt: change.fromAt });
	return { status: 'accepted', changeId };
}
