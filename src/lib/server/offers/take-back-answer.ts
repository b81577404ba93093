import { and, eq, isNull } from 'drizzle-orm';
import { ForbiddenError, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { offerAgents, offers, scheduleChanges } from '../db/schema/index.ts';
import { changeToTakeBack } from '../rosters/index.ts';
import type { Offer } from './read-offers.ts';
import { tellMaker } from './tell-maker.ts';

const MINUTE_MS = 60_000;

/** Until when an acceptance of a part that begins then can be taken back; null: it stands. */
export const takeBackUntil = ({ takeBackMinutes }: Offer, fromAt: number): number | null =>
	takeBackMinutes === null ? null : fromAt - takeBackMinutes * MINUTE_MS;

/**
 * Takes the actor's own acceptance back, as long as the offer lets it: the schedule is as if it had not been, and the
 * place is free again. False when there is none, or it is too late.
 */
export async function takeBackAnswer(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'schedule.own');
	const { agentId } = actor;
	if (agentId === null) throw new ForbiddenError('schedule.own');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ offer: offers, own: offerAgents, change: scheduleChanges })
		.from(offerAgents)
		.innerJoin(offers, eq(offers.id, offerAgents.offerId))
		.innerJoin(scheduleChanges, eq(scheduleChanges.id, offerAgents.changeId))
		.where(
			and(
				eq(offerAgents.offerId, id),
				eq(offerAgents.agentId, agentId),
				eq(offerAgents.state, 'accepted'),
				isNull(scheduleChanges.removedAt)
			)
		);
	if (!found) return false;
	const until = takeBackUntil(found.offer, found.change.fromAt);
	if (until === null || ctx.now() >= until) return false;
	const [taken] = await orm.batch([
		orm
			.update(offerAgents)
			.set({ state: 'taken_back', answeredAt: ctx.now() })
			.where(
				and(
					eq(offerAgents.offerId, id),
					eq(offerAgents.agentId, agentId),
					eq(offerAgents.changeId, found.change.id),
					eq(offerAgents.state, 'accepted')
				)
			),
		recordAuditIfChanged(ctx, actor, {
			action: 'offer.take-back',
			subject: `offer:${id}`,
			before: { agentId, changeId: found.change.id }
		}),
		...changeToTakeBack(ctx, actor, found.change)
	]);
	if (taken.rowsAffected === 0) return false;
	const agent = (await listAgents(ctx)).find((one) => one.id === agentId);
	await tellMaker(ctx, found.offer, 'offer.taken-back', {
		agent: agent?.name ?? '',
		startAt: found.change.fromAt
	});
	return true;
}
