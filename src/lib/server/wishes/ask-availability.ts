import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { AvailabilityState } from '#lib/contracts/requests.ts';
import { InvalidInputError, ownAgentOf, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { availabilities } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { siteClock } from '../site-clock.ts';
import { availabilityOn, isReduced, joinRanges } from './availability-in-force.ts';
import { readWishTerms } from './wish-terms.ts';

const Range = z
	.object({
		weekday: z.int().min(0).max(6),
		fromMinute: z.int().min(0).max(1_435),
		toMinute: z.int().min(5).max(2_880)
	})
	.refine(({ fromMinute, toMinute }) => toMinute > fromMinute, 'its end must come after its start');

const AvailabilityInput = z.object({
	/** Local date. */
	validFrom: z.iso.date(),
	/** Null: at any time. */
	ranges: z.array(Range).max(42, 'at most 42 ranges').nullable(),
	note: z.string().trim().max(300, 'at most 300 characters').default('')
});
export type AvailabilityInput = z.input<typeof AvailabilityInput>;

const ACTION = 'Saying when one is available';

/**
 * Says when one can work from a date on. More time holds at once; less of it waits for a planner's consent, unless the
 * centre does without. What still waited is replaced.
 */
export async function askAvailability(
	ctx: Context,
	actor: Actor,
	input: AvailabilityInput
): Promise<{ id: string; state: AvailabilityState }> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const { validFrom, ranges: given, note } = parseInput(ACTION, AvailabilityInput, input);
	const { orm } = ctx.db;
	return inTurn(ctx.db, async () => {
		const { today, now } = await siteClock(ctx);
		if (validFrom < today) throw new InvalidInputError(`${ACTION}: it can hold from today on, ${today}.`);
		const terms = await readWishTerms(ctx);
		const approved = await orm
			.select()
			.from(availabilities)
			.where(and(eq(availabilities.agentId, agentId), eq(availabilities.state, 'approved')))
			.orderBy(asc(availabilities.order));
		const ranges = given === null ? null : joinRanges(given);
		const isLess = isReduced(availabilityOn(approved, validFrom), ranges);
		const state: AvailabilityState = isLess && terms.reducingNeedsConsent ? 'asked' : 'approved';
		const row = {
			...{ id: randomUUID(), agentId, validFrom, ranges, note, state, createdAt: now },
			decidedAt: state === 'approved' ? now : null
		};
		await orm.batch([
			orm
				.update(availabilities)
				.set({ state: 'withdrawn' })
				.where(and(eq(availabilities.agentId, agentId), eq(availabilities.state, 'asked'))),
			orm.insert(availabilities).values(row),
			recordAudit(ctx, actor, { action: 'availability.ask', subject: `agent:${agentId}`, after: row })
		]);
		return { id: row.id, state };
	});
}

/** Takes back what still waits for consent. False when there is none such of one's own. */
export async function withdrawAvailability(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const { orm } = ctx.db;
	const own = and(
		eq(availabilities.id, id),
		eq(availabilities.agentId, agentId),
		eq(availabilities.state, 'asked')
	);
	return inTurn(ctx.db, async () => {
		const [found] = await orm.select().from(availabilities).where(own);
		if (!found) return false;
		await orm.batch([
			orm.update(availabilities).set({ state: 'withdrawn' }).where(own),
			recordAudit(ctx, actor, {
				action: 'availability.withdraw',
				subject: `agent:${agentId}`,
				before: { id, state: 'asked' }
			})
		]);
		return true;
	});
}
