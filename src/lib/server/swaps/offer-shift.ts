import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { daysBetween } from '#lib/format/local-dates.ts';
import { InvalidInputError, ownAgentOf, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { swapCandidates, swapOffers } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { findCandidates, type FoundCandidate } from './find-candidates.ts';
import { readSwapTerms } from './swap-terms.ts';
import { tellOfSwap } from './tell-of-swap.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** On no more days than this one can offer to work in return. */
const MOST_RETURN_DAYS = 14;
const ROWS_PER_STATEMENT = 100;

const OfferInput = z
	.object({
		/** Of one's own published shift. */
		startAt: z.int(),
		kind: z.enum(['cover', 'swap']),
		toAgentId: z.string().min(1).nullable().default(null),
		/** Of a swap: local days on which one would work in return. */
		returnFrom: z.iso.date().nullable().default(null),
		returnTo: z.iso.date().nullable().default(null),
		note: z.string().trim().max(300, 'at most 300 characters').default('')
	})
	.refine(({ kind, returnFrom, returnTo }) => kind === 'cover' || (returnFrom && returnTo), {
		error: 'wanted the days on which you would work in return',
		path: ['returnFrom']
	});
export type OfferInput = z.input<typeof OfferInput>;

export type OfferedShift =
	| { kind: 'offered'; id: string; asked: number; expiresAt: number }
	/** With everybody some rule would be broken: nobody is asked. */
	| { kind: 'refused'; reason: 'nobody-may' };

const refuse = (text: string): never => {
	throw new InvalidInputError(`Offering a shift: ${text}`);
};

/**
 * Offers one of one's own published shifts, to one colleague or to all who may. Only those are asked with whom both
 * schedules keep every rule; who is left out is kept with the rules, for planners.
 */
export async function offerShift(ctx: Context, actor: Actor, input: OfferInput): Promise<OfferedShift> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const wanted = parseInput('Offering a shift', OfferInput, input);
	const { startAt, kind, toAgentId, returnFrom, returnTo, note } = wanted;
	const [now, terms] = [ctx.now(), await readSwapTerms(ctx)];
	const earliestMs = now + terms.leastHoursAhead * HOUR_MS;
	const own = (await scheduleAsChanged(ctx, startAt, startAt + 1, agentId)).get(agentId) ?? [];
	const shift = own.find((one) => one.startAt === startAt) ?? refuse('you have no shift that begins then.');
	if (startAt <= earliestMs)
		refuse(`it begins too soon; more than ${terms.leastHoursAhead} hours ahead are wanted.`);
	if (toAgentId === agentId) refuse('it is yours already.');
	const isSwap = kind === 'swap';
	const days = isSwap ? daysBetween(returnFrom!, returnTo!) : 0;
	if (days < 0 || days >= MOST_RETURN_DAYS)
		refuse(`the days in return are at most ${MOST_RETURN_DAYS}, the last not before the first.`);
	const back = isSwap ? { from: returnFrom!, to: returnTo!, earliestMs } : null;
	const candidates = await findCandidates(ctx, { agentId, shift, toAgentId }, back);
	const asked = candidates.filter(({ rules }) => rules.length === 0);
	if (asked.length === 0) return { kind: 'refused', reason: 'nobody-may' };

	const offer = {
		...{ id: randomUUID(), agentId, startAt, endAt: shift.endAt, kind, toAgentId, note },
		...{ returnFrom: isSwap ? returnFrom : null, returnTo: isSwap ? returnTo : null },
		...{ state: 'open' as const, createdAt: now },
		expiresAt: Math.min(now + terms.openDays * DAY_MS, startAt - terms.leastHoursAhead * HOUR_MS)
	};
	await inTurn(ctx.db, () => store(ctx, actor, offer, candidates));
	await tellOfSwap(
		ctx,
		asked.map((one) => one.agentId),
		'swap.offered',
		offer
	);
	return { kind: 'offered', id: offer.id, asked: asked.length, expiresAt: offer.expiresAt };
}

async function store(
	ctx: Context,
	actor: Actor,
	offer: typeof swapOffers.$inferInsert,
	candidates: readonly FoundCandidate[]
): Promise<void> {
	const { orm } = ctx.db;
	const [standing] = await orm
		.select({ id: swapOffers.id })
		.from(swapOffers)
		.where(
			and(
				eq(swapOffers.agentId, offer.agentId),
				eq(swapOffers.startAt, offer.startAt),
				inArray(swapOffers.state, ['open', 'accepted'])
			)
		);
	if (standing) refuse('it is offered already; take that back first.');
	const rows = candidates.map(({ agentId, rules, returns }) => ({
		...{ offerId: offer.id, agentId, rules, returns },
		state: rules.length === 0 ? ('asked' as const) : ('unfit' as const)
	}));
	const inserts = [];
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT)
		inserts.push(orm.insert(swapCandidates).values(rows.slice(i, i + ROWS_PER_STATEMENT)));
	await orm.batch([
		orm.insert(swapOffers).values(offer),
		recordAudit(ctx, actor, {
			action: 'swap.offer',
			subject: `agent:${offer.agentId}`,
			after: { ...offer, asked: rows.filter(({ state }) => state === 'asked').length }
		}),
		...inserts
	]);
}
