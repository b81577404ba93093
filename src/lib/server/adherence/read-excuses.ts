import { and, asc, gt, isNull, lt } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { adherenceExcuses } from '../db/schema/index.ts';

export type Excuse = typeof adherenceExcuses.$inferSelect;

/** Excuses in force that touch a span, by agent. For domains: rights are the caller's. */
export async function readExcuses(
	{ db }: Context,
	fromMs: number,
	toMs: number
): Promise<Map<string, Excuse[]>> {
	const rows = await db.orm
		.select()
		.from(adherenceExcuses)
		.where(
			and(
				isNull(adherenceExcuses.removedAt),
				lt(adherenceExcuses.fromAt, toMs),
				gt(adherenceExcuses.toAt, fromMs)
			)
		)
		.orderBy(asc(adherenceExcuses.createdAt));
	return Map.groupBy(rows, ({ agentId }) => agentId);
}
