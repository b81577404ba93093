import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { plusDays } from '#lib/format/local-dates.ts';
import { localFields } from '#lib/format/local-moment.ts';
import type { Context } from '../context.ts';
import { publicationAgents, publications, scheduleChanges } from '../db/schema/index.ts';

export interface DayRevision {
	/** Never lower than how often the day has become otherwise, and it never falls. */
	sequence: number;
	modifiedAt: number;
}

/**
 * By local date, how often an agent's day was published or changed, and when last. For domains: rights are the caller's.
 */
export async function scheduleRevisions(
	{ db }: Context,
	agentId: string,
	fromMs: number,
	timeZone: string
): Promise<Map<string, DayRevision>> {
	const [published, changes] = await Promise.all([
		db.orm
			.select({ at: publications.publishedAt, differences: publicationAgents.differences })
			.from(publicationAgents)
			.innerJoin(publications, eq(publications.id, publicationAgents.publicationId))
			.where(
				and(
					eq(publicationAgents.agentId, agentId),
					gt(publicationAgents.toAt, fromMs),
					isNotNull(publicationAgents.differences)
				)
			),
		db.orm
			.select()
			.from(scheduleChanges)
			.where(and(eq(scheduleChanges.agentId, agentId), gt(scheduleChanges.toAt, fromMs)))
	]);
	const moments = new Map<string, number[]>();
	const add = (date: string, at: number) => moments.set(date, [...(moments.get(date) ?? []), at]);
	for (const { at, differences } of published) for (const { date } of differences!) add(date, at);
	for (const { fromAt, createdAt, removedAt } of changes) {
		const { day: date } = localFields(fromAt, timeZone);
		// It may be of a shift that began the day before; which, later changes must not decide anew.
		for (const of of [plusDays(date, -1), date]) {
			add(of, createdAt);
			if (removedAt !== null) add(of, removedAt);
		}
	}
	return new Map(
		[...moments].map(([date, at]) => [date, { sequence: at.length, modifiedAt: Math.max(...at) }])
	);
}
