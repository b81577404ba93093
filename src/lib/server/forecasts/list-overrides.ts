import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecastOverrides, users } from '../db/schema/index.ts';
import type { Override } from './override.ts';

export interface OverrideRow extends Override {
	/** Name of who made it; null when that account is gone or was no person's. */
	createdByName: string | null;
}

/** Changes by hand that reach into a span, newest first, those taken back among them. */
export async function listOverrides(
	{ db }: Context,
	actor: Actor,
	{ fromAt, toAt, queueId }: { fromAt: number; toAt: number; queueId?: string | null }
): Promise<OverrideRow[]> {
	requireRight(actor, 'forecast.view');
	const rows = await db.orm
		.select({ override: forecastOverrides, name: users.name })
		.from(forecastOverrides)
		.leftJoin(users, eq(forecastOverrides.createdBy, sql`'user:' || ${users.id}`))
		.where(
			and(
				lt(forecastOverrides.fromAt, toAt),
				gt(forecastOverrides.toAt, fromAt),
				queueId ? eq(forecastOverrides.queueId, queueId) : undefined
			)
		)
		.orderBy(desc(forecastOverrides.createdAt), sql`${forecastOverrides}.rowid desc`);
	return rows.map(({ override, name }) => ({ ...override, createdByName: name }));
}
