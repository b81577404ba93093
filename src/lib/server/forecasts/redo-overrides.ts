import { and, inArray, isNotNull } from 'drizzle-orm';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecastOverrides } from '../db/schema/index.ts';
import { OverrideIds } from './take-back-overrides.ts';

/** Puts changes that were taken back in force again, each in its old place. Answers how many. */
export async function redoOverrides(
	ctx: Context,
	actor: Actor,
	ids: readonly string[]
): Promise<{ count: number }> {
	requireRight(actor, 'forecast.adjust');
	const wanted = parseInput('Redoing changes of a forecast', OverrideIds, ids);
	const { orm } = ctx.db;
	const [redone] = await orm.batch([
		orm
			.update(forecastOverrides)
			.set({ removedBy: null, removedAt: null })
			.where(and(inArray(forecastOverrides.id, wanted), isNotNull(forecastOverrides.removedAt))),
		recordAuditIfChanged(ctx, actor, {
			action: 'forecast.adjust.redo',
			subject: `override:${wanted[0]}`,
			after: { ids: wanted }
		})
	]);
	return { count: redone.rowsAffected };
}
