import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PublicationAgent, PublicationView } from '#lib/contracts/publishing.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, publicationAgents, publications, users } from '../db/schema/index.ts';
import { accountsOf } from './publication-people.ts';

/** The publications of a roster and their taking back, newest first, with who knows of them. */
export async function listPublications(
	ctx: Context,
	actor: Actor,
	rosterId: string
): Promise<PublicationView[]> {
	requireRight(actor, 'roster.view', { whole: true });
	const { orm } = ctx.db;
	const ofRoster = eq(publications.rosterId, rosterId);
	const [rows, people, quiet, accounts] = await Promise.all([
		orm
			.select({ publication: publications, byName: users.name })
			.from(publications)
			.leftJoin(users, eq(publications.publishedBy, sql`'user:' || ${users.id}`))
			.where(ofRoster)
			.orderBy(desc(publications.version)),
		orm
			.select({ one: publicationAgents, name: agents.name })
			.from(publicationAgents)
			.innerJoin(publications, eq(publications.id, publicationAgents.publicationId))
			.innerJoin(agents, eq(agents.id, publicationAgents.agentId))
			.where(and(ofRoster, isNotNull(publicationAgents.differences)))
			.orderBy(agents.name),
		orm
			.select({ id: publicationAgents.publicationId, people: count() })
			.from(publicationAgents)
			.innerJoin(publications, eq(publications.id, publicationAgents.publicationId))
			.where(and(ofRoster, isNull(publicationAgents.differences)))
			.groupBy(publicationAgents.publicationId),
		accountsOf(ctx)
	]);
	const unchanged = new Map(quiet.map(({ id, people: number }) => [id, number]));
	const byPublication = Map.groupBy(people, ({ one }) => one.publicationId);
	return rows.map(({ publication: { id, version, kind, detail, publishedAt, withdrawnAt }, byName }) => ({
		id,
		version,
		kind,
		byName,
		publishedAt,
		withdrawnAt,
		...detail,
		agents: (byPublication.get(id) ?? []).map(
			({
				one: { agentId, differences, toldAt, seenAt, acknowledgedAt, remindedAt },
				name
			}): PublicationAgent => ({
				agentId,
				name,
				hasAccount: accounts.has(agentId),
				differences,
				toldAt,
				seenAt,
				acknowledgedAt,
				remindedAt
			})
		),
		unchanged: unchanged.get(id) ?? 0
	}));
}
