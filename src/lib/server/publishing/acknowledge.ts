import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents, publications } from '../db/schema/index.ts';

/**
 * The agent has read what a publication changed for them, and what those before it did. False when there is none such
 * that is still to be acknowledged.
 */
export async function acknowledgePublication(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'schedule.own');
	const found = await openFor(ctx, actor, id);
	if (!found) return false;
	const { orm } = ctx.db;
	const now = ctx.now();
	const own = and(
		eq(publicationAgents.agentId, found.agentId),
		inArray(publicationAgents.publicationId, found.upTo)
	);
	await orm.batch([
		orm
			.update(publicationAgents)
			.set({ seenAt: now })
			.where(and(own, isNull(publicationAgents.seenAt))),
		orm
			.update(publicationAgents)
			.set({ acknowledgedAt: now })
			.where(and(own, isNull(publicationAgents.acknowledgedAt))),
		recordAudit(ctx, actor, {
			action: 'roster.acknowledge',
			subject: `roster:${found.rosterId}`,
			after: { agentId: found.agentId, version: found.version }
		})
	]);
	return true;
}

/** A publication that changed something for the agent who acts and is not acknowledged, with those before it. */
async function openFor(ctx: Context, actor: Actor, id: string) {
	if (actor.agentId === null) return null;
	const { agentId } = actor;
	const rows = await ctx.db.orm
		.select({
			id: publications.id,
			version: publications.version,
			rosterId: publications.rosterId,
			acknowledgedAt: publicationAgents.acknowledgedAt
		})
		.from(publicationAgents)
		.innerJoin(publications, eq(publications.id, publicationAgents.publicationId))
		.where(
			and(
				eq(publicationAgents.agentId, agentId),
				isNotNull(publicationAgents.differences),
				lte(
					publications.version,
					ctx.db.orm
						.select({ version: publications.version })
						.from(publications)
						.where(eq(publications.id, id))
				)
			)
		);
	const wanted = rows.find((row) => row.id === id);
	return wanted && wanted.acknowledgedAt === null
		? { ...wanted, agentId, upTo: rows.map((row) => row.id) }
		: null;
}
