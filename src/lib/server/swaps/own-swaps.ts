import { and, desc, eq, gt, gte, inArray, ne, or } from 'drizzle-orm';
import type { SwapTerms } from '#lib/contracts/requests.ts';
import { ownAgentOf } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapCandidates, swapOffers } from '../db/schema/index.ts';
import { listQueues } from '../queues/index.ts';
import { scheduleAsChanged, type ScheduledShift } from '../rosters/index.ts';
import { canDoWork } from './can-do-work.ts';
import { readSwapTerms } from './swap-terms.ts';
import { swapView, type SwapView } from './swap-views.ts';

const HOUR_MS = 3_600_000;
const SEEN_MS = 30 * 24 * HOUR_MS;

export interface OwnSwaps {
	terms: SwapTerms;
	/** Offered by colleagues and not answered, the soonest first. */
	asked: (SwapView & { returns: { startAt: number; endAt: number }[] })[];
	/** One's own, and those of others that one has taken, newest first. */
	own: (SwapView & { isMine: boolean; asked: number; refused: number })[];
	/** One's own shifts that can be offered. */
	shifts: ScheduledShift[];
	/** Who can do one's own work, by name. */
	colleagues: { id: string; name: string }[];
}

const isAsked = (agentId: string, nowMs: number) =>
	and(
		eq(swapCandidates.agentId, agentId),
		eq(swapCandidates.state, 'asked'),
		eq(swapOffers.state, 'open'),
		gt(swapOffers.expiresAt, nowMs)
	);

/** How many shifts colleagues offer the agent who asks, not answered yet. */
export async function countAsked({ db, now }: Context, actor: Actor): Promise<number> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const rows = await db.orm
		.select({ id: swapOffers.id })
		.from(swapOffers)
		.innerJoin(swapCandidates, eq(swapCandidates.offerId, swapOffers.id))
		.where(isAsked(agentId, now()));
	return rows.length;
}

/** Swaps and covers as they concern the agent who asks. */
export async function ownSwaps(ctx: Context, actor: Actor): Promise<OwnSwaps> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const now = ctx.now();
	const { orm } = ctx.db;
	const [terms, agents, queues, asked, own] = await Promise.all([
		readSwapTerms(ctx),
		listAgents(ctx),
		listQueues(ctx),
		orm
			.select({ offer: swapOffers, returns: swapCandidates.returns })
			.from(swapOffers)
			.innerJoin(swapCandidates, eq(swapCandidates.offerId, swapOffers.id))
			.where(isAsked(agentId, now))
			.orderBy(swapOffers.startAt),
		orm
			.select()
			.from(swapOffers)
			.where(
				and(
					or(eq(swapOffers.agentId, agentId), eq(swapOffers.takenBy, agentId)),
					gte(swapOffers.startAt, now - SEEN_MS)
				)
			)
			.orderBy(desc(swapOffers.createdAt))
	]);
	const mine = own.filter((offer) => offer.agentId === agentId).map(({ id }) => id);
	const answers =
		mine.length === 0
			? []
			: await orm
					.select({ offerId: swapCandidates.offerId, state: swapCandidates.state })
					.from(swapCandidates)
					.where(and(inArray(swapCandidates.offerId, mine), ne(swapCandidates.state, 'unfit')));
	const names = new Map(agents.map(({ id, name }) => [id, name]));
	const nameOf = (id: string) => names.get(id) ?? id;
	const offered = new Set(
		own
			.filter((one) => one.agentId === agentId && (one.state === 'open' || one.state === 'accepted'))
			.map(({ startAt }) => startAt)
	);
	const earliest = now + terms.leastHoursAhead * HOUR_MS;
	const schedule = await scheduleAsChanged(ctx, earliest, Number.MAX_SAFE_INTEGER, agentId);
	const mayDo = canDoWork(agents, queues);
	return {
		terms,
		asked: asked.map(({ offer, returns }) => ({ ...swapView(offer, nameOf), returns })),
		own: own.map((offer) => {
			const of = answers.filter(({ offerId }) => offerId === offer.id);
			return {
				...swapView(offer, nameOf),
				isMine: offer.agentId === agentId,
				asked: of.length,
				refused: of.filter(({ state }) => state === 'refused').length
			};
		}),
		shifts: (schedule.get(agentId) ?? []).filter(
			({ startAt }) => startAt > earliest && !offered.has(startAt)
		),
		colleagues: agents
			.filter(({ id }) => id !== agentId && mayDo(id, agentId))
			.map(({ id, name }) => ({ id, name }))
	};
}
