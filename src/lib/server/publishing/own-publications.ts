import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { OwnPublication } from '#lib/contracts/publishing.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents, publications } from '../db/schema/index.ts';
import { endOf } from './difference-span.ts';

const LATEST = 30;

/** What publications did to the actor's own schedule, newest first; null: the user is no agent. */
export async function listOwnPublications(ctx: Context, actor: Actor): Promise<OwnPublication[] | null> {
	requireRight(actor, 'schedule.own');
	if (actor.agentId === null) return null;
	const now = ctx.now();
	const rows = await ctx.db.orm
		.select({ publication: publications, own: publicationAgents })
		.from(publicationAgents)
		.innerJoin(publications, eq(publications.id, publicationAgents.publicationId))
		.where(and(eq(publicationAgents.agentId, actor.agentId), isNotNull(publicationAgents.differences)))
		.orderBy(desc(publications.version))
		.limit(LATEST);
	return rows.map(({ publication: { id, version, kind, detail, publishedAt, withdrawnAt }, own }) => {
		const differences = own.differences!;
		return {
			id,
			version,
			kind,
			publishedAt,
			note: detail.note,
			differences,
			acknowledgedAt: own.acknowledgedAt,
			isPending:
				own.acknowledgedAt === null &&
				withdrawnAt === null &&
				differences.some((difference) => endOf(difference) > now)
		};
	});
}
