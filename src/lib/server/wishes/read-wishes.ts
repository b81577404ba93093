import { and, desc, eq, inArray, or, gte } from 'drizzle-orm';
import type { AvailabilityState, WeekRange, Wish, WishTerms } from '#lib/contracts/requests.ts';
import { plusDays } from '#lib/format/local-dates.ts';
import { leadsAgent, ownAgentOf, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, availabilities, rosterWishes } from '../db/schema/index.ts';
import { siteClock } from '../site-clock.ts';
import { availabilityOn } from './availability-in-force.ts';
import { readWishTerms } from './wish-terms.ts';

const SEEN_MS = 60 * 24 * 3_600_000;

export interface AvailabilityView {
	id: string;
	agentId: string;
	validFrom: string;
	ranges: WeekRange[] | null;
	note: string;
	state: AvailabilityState;
	createdAt: number;
	decidedBy: string | null;
	decidedAt: number | null;
	reason: string | null;
}

export interface OwnWishes {
	terms: WishTerms;
	wishes: Wish[];
	/** When the agent can work as of today; null: at any time. */
	holds: WeekRange[] | null;
	/** What waits for consent, what is to come and what was decided of late, newest first. */
	availabilities: AvailabilityView[];
	/** Local date. */
	today: string;
}

const { id, agentId, validFrom, ranges, note, state, createdAt, decidedBy, decidedAt, reason } =
	availabilities;
const VIEW = { id, agentId, validFrom, ranges, note, state, createdAt, decidedBy, decidedAt, reason };

/** The wishes and the availability of the agent who asks. */
export async function ownWishes(ctx: Context, actor: Actor): Promise<OwnWishes> {
	const own = ownAgentOf(actor, 'schedule.own');
	const { orm } = ctx.db;
	const [{ today }, terms, [row], all] = await Promise.all([
		siteClock(ctx),
		readWishTerms(ctx),
		orm.select().from(rosterWishes).where(eq(rosterWishes.agentId, own)),
		orm
			.select({ ...VIEW, order: availabilities.order })
			.from(availabilities)
			.where(eq(agentId, own))
			.orderBy(desc(availabilities.order))
	]);
	const approved = all.filter((one) => one.state === 'approved');
	return {
		terms,
		today,
		wishes: row?.wishes ?? [],
		holds: availabilityOn(approved, today),
		availabilities: all
			.filter(
				(one) =>
					one.state !== 'withdrawn' &&
					(one.state === 'asked' || one.createdAt > ctx.now() - SEEN_MS || one.validFrom > today)
			)
			.map(({ order: _, ...view }) => view)
	};
}

export type NamedAvailability = AvailabilityView & {
	name: string;
	/** As of the day before. */
	before: WeekRange[] | null;
};

/** What people whom the actor leads have said of when they can work: what waits for consent, and of late, newest first. */
export async function listAvailabilities(ctx: Context, actor: Actor): Promise<NamedAvailability[]> {
	requireRight(actor, 'requests.view');
	const since = ctx.now() - SEEN_MS;
	const { orm } = ctx.db;
	const rows = (
		await orm
			.select({ ...VIEW, order: availabilities.order, name: agents.name })
			.from(availabilities)
			.innerJoin(agents, eq(agents.id, agentId))
			.where(or(eq(state, 'asked'), and(gte(createdAt, since), inArray(state, ['approved', 'declined']))))
			.orderBy(desc(availabilities.order))
	).filter((row) => leadsAgent(actor, row.agentId));
	const people = [...new Set(rows.map((row) => row.agentId))];
	const approved = Map.groupBy(
		people.length === 0
			? []
			: await orm
					.select()
					.from(availabilities)
					.where(and(inArray(agentId, people), eq(state, 'approved'))),
		(one) => one.agentId
	);
	return rows.map(({ order, ...row }) => ({
		...row,
		before: availabilityOn(
			(approved.get(row.agentId) ?? []).filter((one) => one.order < order),
			plusDays(row.validFrom, -1)
		)
	}));
}

/** How many people whom the actor leads wait for consent. */
export async function countAvailabilitiesToDecide(ctx: Context, actor: Actor): Promise<number> {
	requireRight(actor, 'requests.view');
	const rows = await ctx.db.orm.select({ agentId }).from(availabilities).where(eq(state, 'asked'));
	return rows.filter((row) => leadsAgent(actor, row.agentId)).length;
}
