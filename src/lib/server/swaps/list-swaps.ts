import { asc, desc, eq, gte, inArray, or } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapCandidates, swapOffers } from '../db/schema/index.ts';
import { scheduleAsChanged, type ScheduledShift } from '../rosters/index.ts';
import { readCover, shortHours } from '../staffing/index.ts';
import type { AgreedOffer, Offer } from './offer.ts';
import { standingSwap } from './standing-swap.ts';
import { swapView, type CandidateView, type SwapView } from './swap-views.ts';

const SEEN_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** How many were asked, how many were left out, and how many do not want it. */
export type ListedSwap = SwapView & { asked: number; unfit: number; refused: number };

const isLed = (actor: Actor, { agentId, takenBy }: Pick<Offer, 'agentId' | 'takenBy'>): boolean =>
	leadsAgent(actor, agentId) && (takenBy === null || leadsAgent(actor, takenBy));

/** Offers of people whom the actor leads: what is open, and of late, newest first. */
export async function listSwaps(ctx: Context, actor: Actor): Promise<ListedSwap[]> {
	requireRight(actor, 'requests.view');
	const { orm } = ctx.db;
	const rows = (
		await orm
			.select()
			.from(swapOffers)
			.where(
				or(inArray(swapOffers.state, ['open', 'accepted']), gte(swapOffers.startAt, ctx.now() - SEEN_MS))
			)
			.orderBy(desc(swapOffers.createdAt))
	).filter((offer) => isLed(actor, offer));
	const ids = rows.map(({ id }) => id);
	const [agents, candidates] = await Promise.all([
		listAgents(ctx),
		ids.length === 0
			? []
			: orm
					.select({ offerId: swapCandidates.offerId, state: swapCandidates.state })
					.from(swapCandidates)
					.where(inArray(swapCandidates.offerId, ids))
	]);
	const names = new Map(agents.map(({ id, name }) => [id, name]));
	const of = Map.groupBy(candidates, ({ offerId }) => offerId);
	return rows.map((offer) => {
		const own = of.get(offer.id) ?? [];
		const count = (state: string) => own.filter((one) => one.state === state).length;
		return {
			...swapView(offer, (id) => names.get(id) ?? id),
			asked: own.length - count('unfit'),
			unfit: count('unfit'),
			refused: count('refused')
		};
	});
}

/** How many swaps of people whom the actor leads wait for a planner. */
export async function countSwapsToDecide(ctx: Context, actor: Actor): Promise<number> {
	requireRight(actor, 'requests.view');
	const { agentId, takenBy, state } = swapOffers;
	const rows = await ctx.db.orm.select({ agentId, takenBy }).from(swapOffers).where(eq(state, 'accepted'));
	return rows.filter((offer) => isLed(actor, offer)).length;
}

/** An offer for who decides on it. */
export interface SwapDetail {
	swap: SwapView;
	/** Whom it is about and what they said; who was left out, with the rules. */
	candidates: CandidateView[];
	/** Of an accepted one: rules that carrying it out would break now; null: one of the shifts is no longer as it was. */
	rules: string[] | null;
	/** Agent-hours short on the days of the shifts, as things stand and carried out; null: no plan, or nobody has accepted. */
	shortHours: { before: number; after: number } | null;
}

/** Null when there is no such offer that the actor may see. */
export async function readSwap(ctx: Context, actor: Actor, id: string): Promise<SwapDetail | null> {
	requireRight(actor, 'requests.view');
	const { orm } = ctx.db;
	const [offer] = await orm.select().from(swapOffers).where(eq(swapOffers.id, id));
	if (!offer || !isLed(actor, offer)) return null;
	const [agents, candidates] = await Promise.all([
		listAgents(ctx),
		orm.select().from(swapCandidates).where(eq(swapCandidates.offerId, id)).orderBy(asc(swapCandidates.state))
	]);
	const names = new Map(agents.map((agent) => [agent.id, agent.name]));
	const nameOf = (agentId: string) => names.get(agentId) ?? agentId;
	const { takenBy } = offer;
	const accepted = offer.state === 'accepted' && takenBy !== null ? { ...offer, takenBy } : null;
	return {
		swap: swapView(offer, nameOf),
		candidates: candidates
			// Somebody whom one does not lead may be named by who is left out.
			.filter((one) => leadsAgent(actor, one.agentId))
			.map(({ agentId, state, rules, answeredAt }) => ({
				...{ agentId, name: nameOf(agentId), state, rules, answeredAt }
			}))
			.sort((a, b) => a.name.localeCompare(b.name)),
		rules: accepted && ((await standingSwap(ctx, accepted))?.rules ?? null),
		shortHours: accepted && (await effectOf(ctx, accepted))
	};
}

async function effectOf(
	ctx: Context,
	{ agentId, takenBy, startAt, endAt, returnStartAt, returnEndAt }: AgreedOffer
): Promise<SwapDetail['shortHours']> {
	const spans: [number, number][] = [[startAt, endAt]];
	// Far apart, each is looked at by itself; one within the other's reach is seen with it.
	if (returnStartAt !== null && Math.abs(returnStartAt - startAt) > DAY_MS)
		spans.push([returnStartAt, returnEndAt!]);
	else if (returnStartAt !== null)
		spans[0] = [Math.min(startAt, returnStartAt), Math.max(endAt, returnEndAt!)];
	const total = { before: 0, after: 0 };
	for (const [fromMs, toMs] of spans) {
		const before = await scheduleAsChanged(ctx, fromMs, toMs);
		const after = new Map(before);
		const move = (from: string, to: string, at: number | null) => {
			const shift = after.get(from)?.find((one: ScheduledShift) => one.startAt === at);
			if (!shift) return;
			after.set(
				from,
				after.get(from)!.filter((one) => one !== shift)
			);
			after.set(to, [...(after.get(to) ?? []), shift]);
		};
		move(agentId, takenBy, startAt);
		move(takenBy, agentId, returnStartAt);
		const [was, is] = await Promise.all([
			readCover(ctx, { fromMs, toMs }, before),
			readCover(ctx, { fromMs, toMs }, after)
		]);
		if (!was || !is) return null;
		total.before += shortHours(was);
		total.after += shortHours(is);
	}
	return total;
}
