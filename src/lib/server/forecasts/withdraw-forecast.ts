import { and, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts } from '../db/schema/index.ts';

/** Takes a publication back: what was published before holds again. False when it was not published. */
export async function withdrawForecast(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'forecast.publish');
	const { orm } = ctx.db;
	const [withdrawn] = await orm.batch([
		orm
			.update(forecasts)
			.set({ status: 'computed', publishedBy: null, publishedAt: null })
			.where(and(eq(forecasts.id, id), eq(forecasts.status, 'published'))),
		recordAuditIfChanged(ctx, actor, { action: 'forecast.withdraw', subject: `forecast:${id}` })
	]);
	return withdrawn.rowsAffected > 0;
}
