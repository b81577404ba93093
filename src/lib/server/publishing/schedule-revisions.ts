import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { and, eq, gt, isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { publicationAgents, publications, scheduleChanges } from '../db/schema/index.ts';

export interface DayRevision {
	/** How often the day has become otherwise; it never falls. */
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
		const date = format(new TZDate(fromAt, timeZone), 'yyyy-MM-dd');
		add(date, createdAt);
		if (removedAt !== null) add(date, removedAt);
	}
	return new Map(
		[...moments].map(([date, at]) => [date, { sequence: at.length, modifiedAt: Math.max(...at) }])
	);
}
