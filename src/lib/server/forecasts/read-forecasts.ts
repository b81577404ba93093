import { and, asc, desc, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecastIntervals, forecasts } from '../db/schema/index.ts';
import type { ForecastDetail } from './forecast-work.ts';

export interface ForecastHead {
	id: string;
	name: string;
	status: 'computed' | 'published';
	intervalSeconds: number;
	fromAt: number;
	toAt: number;
	timeZone: string;
	createdAt: number;
	/** By queue. */
	detail: Record<string, ForecastDetail>;
}

const head = (row: typeof forecasts.$inferSelect): ForecastHead => {
	const { id, name, status, intervalSeconds, fromAt, toAt, timeZone, createdAt } = row;
	return {
		id,
		name,
		status,
		intervalSeconds,
		fromAt,
		toAt,
		timeZone,
		createdAt,
		detail: row.detail as unknown as ForecastHead['detail']
	};
};

/** All forecasts, newest first. */
export async function listForecasts({ db }: Context, actor: Actor): Promise<ForecastHead[]> {
	requireRight(actor, 'forecast.view');
	return (await db.orm.select().from(forecasts).orderBy(desc(forecasts.createdAt))).map(head);
}

export async function findForecast({ db }: Context, actor: Actor, id: string): Promise<ForecastHead | null> {
	requireRight(actor, 'forecast.view');
	const [row] = await db.orm.select().from(forecasts).where(eq(forecasts.id, id));
	return row ? head(row) : null;
}

export type ForecastIntervalRow = typeof forecastIntervals.$inferSelect;

/** A forecast's intervals in order of time, of one queue or of all. */
export async function readForecastIntervals(
	{ db }: Context,
	actor: Actor,
	forecastId: string,
	queueId?: string
): Promise<ForecastIntervalRow[]> {
	requireRight(actor, 'forecast.view');
	const ofForecast = eq(forecastIntervals.forecastId, forecastId);
	return db.orm
		.select()
		.from(forecastIntervals)
		.where(queueId === undefined ? ofForecast : and(ofForecast, eq(forecastIntervals.queueId, queueId)))
		.orderBy(asc(forecastIntervals.queueId), asc(forecastIntervals.startAt));
}

/** Removes a forecast with the plans and rosters made from it. False when there is none such. */
export async function removeForecast(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'forecast.compute');
	const { orm } = ctx.db;
	const [found] = await orm.select({ name: forecasts.name }).from(forecasts).where(eq(forecasts.id, id));
	if (!found) return false;
	await orm.batch([
		orm.delete(forecasts).where(eq(forecasts.id, id)),
		recordAudit(ctx, actor, { action: 'forecast.remove', subject: `forecast:${id}`, before: found })
	]);
	return true;
}
