import { and, eq, gt, inArray } from 'drizzle-orm';
import type { OwnOffer } from '#lib/contracts/offers.ts';
import { requireRight } from '../access/index.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { offerAgents, offers } from '../db/schema/index.ts';
import type { ScheduledShift } from '../rosters/index.ts';
import { judgePeople } from './judge-people.ts';
import { offerStatus } from './offer-status.ts';
import { readOffers, type Offer, type OfferPerson } from './read-offers.ts';
import { takeBackUntil } from './take-back-answer.ts';

const DAY_MS = 86_400_000;
/** So long the person sees what came of offers. */
const KEPT_DAYS = 28;

/** What the agent that this user is has been offered, the latest first; null when the user is no agent. */
export async function listOwnOffers(ctx: Context, actor: Actor): Promise<OwnOffer[] | null> {
	requireRight(actor, 'schedule.own');
	const { agentId } = actor;
	if (agentId === null) return null;
	const asked = ctx.db.orm
		.select({ id: offerAgents.offerId })
		.from(offerAgents)
		.where(
			and(
				eq(offerAgents.agentId, agentId),
				inArray(offerAgents.state, ['asked', 'accepted', 'declined', 'taken_back'])
			)
		);
	const found = await readOffers(
		ctx,
		and(inArray(offers.id, asked), gt(offers.toAt, ctx.now() - KEPT_DAYS * DAY_MS))
	);
	if (found.length === 0) return [];
	const agent = (await listAgents(ctx)).find(({ id }) => id === agentId);
	if (!agent) return [];
	const rows: OwnOffer[] = [];
	for (const { offer, people, accepted } of found) {
		const own = people.find((one) => one.agentId === agentId)!;
		rows.push(await ownOffer(ctx, agent, offer, own, accepted));
	}
	return rows;
}

async function ownOffer(
	ctx: Context,
	agent: AgentRecord,
	offer: Offer,
	own: OfferPerson,
	accepted: number
): Promise<OwnOffer> {
	const { id, kind, note, expiresAt } = offer;
	const [change, fromAt, toAt] = [own.change!, own.fromAt!, own.toAt!];
	const status = offerStatus(offer, accepted, ctx.now());
	const canAnswer = status === 'open' && ['asked', 'declined', 'taken_back'].includes(own.state);
	const until = own.state === 'accepted' ? takeBackUntil(offer, fromAt) : null;
	const row = {
		...{ id, kind, note, expiresAt, change, fromAt, toAt },
		state: own.state === 'asked' && status !== 'open' ? status : own.state,
		takeBackUntil: until !== null && ctx.now() < until ? until : null,
		answeredAt: own.answeredAt,
		paidHours: own.paidHours ?? 0
	};
	const none = { before: [], after: [], reasons: [], mayAccept: false };
	if (!canAnswer) return { ...row, ...none };
	const [judged] = await judgePeople(ctx, offer, [agent]);
	const { part, reasons, before, after } = judged!;
	const isAsAsked = part?.change === change && part.fromAt === fromAt && part.toAt === toAt;
	const around = (shifts: readonly ScheduledShift[]) =>
		shifts
			.filter(({ startAt, endAt }) => startAt <= toAt && endAt >= fromAt)
			.map(({ startAt, endAt }) => ({ startAt, endAt }));
	return {
		...row,
		before: around(before),
		after: around(after),
		reasons: isAsAsked ? reasons : ['changed'],
		mayAccept: isAsAsked && reasons.length === 0
	};
}
