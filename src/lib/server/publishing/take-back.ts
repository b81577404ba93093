import { and, eq, isNull } from 'drizzle-orm';
import { localFields } from '#lib/format/local-moment.ts';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents, publications, rosters } from '../db/schema/index.ts';
import { differencesBetween, scheduleAsPublished } from '../rosters/index.ts';
import { inTurnThenTell, type Accounts, type ToTell } from './in-turn-then-tell.ts';
import type { PlannedAgent } from './plan-publication.ts';
import { storePublication } from './store-publication.ts';

export type TakenBack =
	{ kind: 'taken-back'; affected: number; told: number } | { kind: 'unknown' } | { kind: 'not-published' };

/**
 * Takes a roster's publication back: it is a draft again, and for its people and days holds what held before it.
 * Publishing it again undoes this.
 */
export async function takeBackRoster(ctx: Context, actor: Actor, id: string): Promise<TakenBack> {
	requireRight(actor, 'roster.publish');
	return inTurnThenTell(ctx, 'schedule.published', (accounts) => store(ctx, actor, id, accounts));
}

async function store(ctx: Context, actor: Actor, id: string, accounts: Accounts): Promise<ToTell<TakenBack>> {
	const { orm } = ctx.db;
	const { status, fromAt, toAt, timeZone } = rosters;
	const [roster] = await orm
		.select({ status, fromAt, toAt, timeZone })
		.from(rosters)
		.where(eq(rosters.id, id));
	if (!roster) return { done: { kind: 'unknown' } };
	if (roster.status !== 'published') return { done: { kind: 'not-published' } };
	const inForce = and(
		eq(publications.rosterId, id),
		eq(publications.kind, 'publish'),
		isNull(publications.withdrawnAt)
	);
	const [publication] = await orm.select().from(publications).where(inForce);
	const people = publication
		? await orm.select().from(publicationAgents).where(eq(publicationAgents.publicationId, publication.id))
		: [];
	const planned = publication ? await changesWithout(ctx, roster, publication.id, people) : [];
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
	const { affected, toTell } = stored;
	return { done: { kind: 'taken-back', affected: affected.length, told: toTell.length }, toTell };
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
			differences: differencesBetween(within(before), within(after), (at) => localFields(at, timeZone).day)
		};
	});
}
