import { and, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecastOverrides } from '../db/schema/index.ts';

export const OverrideIds = z.array(z.string()).min(1, 'name at least one change').max(500);

/** Takes changes by hand back; they stay on record and can be redone. Answers how many were still in force. */
export async function takeBackOverrides(
	ctx: Context,
	actor: Actor,
	ids: readonly string[]
): Promise<{ count: number }> {
	requireRight(actor, 'forecast.adjust');
	const wanted = parseInput('Taking back changes of a forecast', OverrideIds, ids);
	const { orm } = ctx.db;
	const [taken] = await orm.batch([
		orm
			.update(forecastOverrides)
			.set({ removedBy: actor.id, removedAt: ctx.now() })
			.where(and(inArray(forecastOverrides.id, wanted), isNull(forecastOverrides.removedAt))),
		recordAuditIfChanged(ctx, actor, {
			action: 'forecast.adjust.take-back',
			subject: `override:${wanted[0]}`,
			after: { ids: wanted }
		})
	]);
	return { count: taken.rowsAffected };
}
