import { SYSTEM, type Context } from '../context.ts';
import { intervalFacts, queues, sites } from '../db/schema/index.ts';
import { storeForecast } from './store-forecast.ts';

export const HOUR_MS = 3_600_000;
/** A Monday. */
export const MONDAY = Date.UTC(2026, 2, 2);

/** Queues of the given ids, for tests. */
export async function addQueues(ctx: Context, ids: readonly string[]): Promise<void> {
	const createdAt = ctx.now();
	const site = { id: 'test-site', name: 'Test', timeZone: 'UTC', createdAt };
	await ctx.db.orm.insert(sites).values(site).onConflictDoNothing();
	await ctx.db.orm
		.insert(queues)
		.values(
			ids.map((id) => ({ id, siteId: site.id, name: `Queue ${id}`, channel: 'voice' as const, createdAt }))
		);
}

/** A computed forecast of hours with the contacts given by queue, ± 20 %, at 200 seconds each. */
export async function addForecast(
	ctx: Context,
	name: string,
	offered: Record<string, readonly number[]>,
	fromAt = MONDAY
): Promise<string> {
	const head = {
		id: crypto.randomUUID(),
		name,
		timeZone: 'UTC',
		intervalSeconds: 3600,
		horizonDays: 1,
		asOf: null,
		like: {}
	};
	const detail = { method: 'test', weights: {}, backtest: null, notes: [], gaps: { intervals: 0, days: 0 } };
	const { forecastId } = await storeForecast(ctx, SYSTEM, head, {
		queues: Object.entries(offered).map(([queueId, values]) => ({
			queueId,
			detail,
			intervals: values.map((value, hour) => ({
				startAt: fromAt + hour * HOUR_MS,
				offered: value,
				p10: value * 0.8,
				p90: value * 1.2,
				ahtSeconds: 200,
				ahtP10Seconds: 180,
				ahtP90Seconds: 220
			}))
		})),
		total: []
	});
	return forecastId;
}

/** What came, hour by hour. */
export async function addFacts(ctx: Context, queueId: string, offered: readonly number[], fromAt = MONDAY) {
	await ctx.db.orm.insert(intervalFacts).values(
		offered.map((value, hour) => ({
			queueId,
			startAt: fromAt + hour * HOUR_MS,
			intervalSeconds: 3600,
			offered: value
		}))
	);
}
