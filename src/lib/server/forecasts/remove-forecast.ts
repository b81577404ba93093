import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts } from '../db/schema/index.ts';

/**
 * Removes a forecast with the plans and rosters made from it; one that is published needs the right to publish.
 * False when there is none such.
 */
export async function removeForecast(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'forecast.compute');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ name: forecasts.name, status: forecasts.status })
		.from(forecasts)
		.where(eq(forecasts.id, id));
	if (!found) return false;
	if (found.status === 'published') requireRight(actor, 'forecast.publish');
	await orm.batch([
		orm.delete(forecasts).where(eq(forecasts.id, id)),
		recordAudit(ctx, actor, { action: 'forecast.remove', subject: `forecast:${id}`, before: found })
	]);
	return true;
}
