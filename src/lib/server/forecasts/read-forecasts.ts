import { desc, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts } from '../db/schema/index.ts';
import { toHead, type ForecastHead } from './forecast-head.ts';

/** All forecasts, newest first. */
export async function listForecasts({ db }: Context, actor: Actor): Promise<ForecastHead[]> {
	requireRight(actor, 'forecast.view');
	return (await db.orm.select().from(forecasts).orderBy(desc(forecasts.createdAt))).map(toHead);
}

export async function findForecast({ db }: Context, actor: Actor, id: string): Promise<ForecastHead | null> {
	requireRight(actor, 'forecast.view');
	const [row] = await db.orm.select().from(forecasts).where(eq(forecasts.id, id));
	return row ? toHead(row) : null;
}
