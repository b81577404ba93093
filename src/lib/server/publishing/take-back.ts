import { and, eq, isNull } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents, publications, rosters } from '../db/schema/index.ts';
import { scheduleAsPublished } from '../rosters/index.ts';
import { differencesBetween } from './differences-between.ts';
import { dateIn, type PlannedAgent } from './plan-publication.ts';
import { accountsOf } from './publication-people.ts';
import { storePublication } from './store-publication.ts';
import { tellAgents } from './tell-agents.ts';

export type TakenBack =
	{ kind: 'taken-back'; affected: number; told: number } | { kind: 'unknown' } | { kind: 'not-published' };

/**
 * Takes a roster's publication back: it is a draft again, and for its people and days holds what held before it.
 * Publishing it again undoes this.
 */
export async function takeBackRoster(ctx: Context, actor: Actor, id: string): Promise<TakenBack> {
	requireRight(actor, 'roster.publish');
	const { orm } = ctx.db;
	const [roster] = await orm.select().from(rosters).where(eq(rosters.id, id));
	if (!roster) return { kind: 'unknown' };
	if (roster.status !== 'published') return { kind: 'not-published' };
	const inForce = and(
		eq(publications.rosterId, id),
		eq(publications.kind, 'publish'),
		isNull(publications.withdrawnAt)
	);
	const [publication] = await orm.select().from(publications).where(inForce);
	const people = publication
		? await orm.select().from(publicationAgents).where(eq(publicationAgents.publicationId, publication.id))
		: [];
	const [planned, accounts] = await Promise.all([
		publication ? changesWithout(ctx, roster, publication.id, people) : [],
		accountsOf(ctx)
	]);
	const { stored, statements } = storePublication(
		ctx,
		actor,
		{ kind: 'take-back', rosterId: id, detail: { note: '', reason: '' }, isQuiet: false },
		planned,
		accounts
	);
	await orm.batch([
		orm.update(rosters).set({ status: 'draft', publishedAt: null }).where(eq(rosters.id, id)),
		orm.update(publications).set({ withdrawnAt: ctx.now() }).where(inForce),
		...statements,
		recordAudit(ctx, actor, {
			action: 'roster.draft',
			subject: `roster:${id}`,
			before: { status: 'published', version: publication?.version ?? null },
			after: { status: 'draft', people: stored.affected.length }
		})
	]);
	await tellAgents(ctx, 'schedule.published', stored.toTell, accounts);
	return { kind: 'taken-back', affected: stored.affected.length, told: stored.toTell.length };
}

/** What the people of a publication have without it, against what they have with it. */
async function changesWithout(
	ctx: Context,
	{ fromAt, toAt, timeZone }: { fromAt: number; toAt: number; timeZone: string },
	publicationId: string,
	people: readonly { agentId: string; fromAt: number; toAt: number }[]
): Promise<PlannedAgent[]> {
	const [before, after] = await Promise.all([
		scheduleAsPublished(ctx, fromAt, toAt),
		scheduleAsPublished(ctx, fromAt, toAt, null, { without: publicationId })
	]);
	return people.map(({ agentId, fromAt: from, toAt: to }) => {
		const within = (shifts: typeof before) =>
			(shifts.get(agentId) ?? []).filter(({ startAt }) => startAt >= from && startAt < to);
		return {
			agentId,
			fromAt: from,
			toAt: to,
			differences: differencesBetween(within(before), within(after), dateIn(timeZone))
		};
	});
}
