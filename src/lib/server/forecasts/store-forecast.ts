import type { InStatement } from '@libsql/client';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts } from '../db/schema/index.ts';
import type { ForecastWorkResult } from './forecast-work.ts';

const ROWS_PER_STATEMENT = 500;

/** Keeps a computed forecast; it is there whole or not at all. */
export async function storeForecast(
	ctx: Context,
	actor: Actor,
	head: { id: string; name: string; timeZone: string; intervalSeconds: number },
	{ queues }: ForecastWorkResult
): Promise<{ forecastId: string }> {
	const rows = queues.flatMap(({ queueId, intervals }) =>
		intervals.map((interval) => ({ queueId, ...interval }))
	);
	if (rows.length === 0)
		throw new Error(
			'The history holds nothing to forecast from: no day of the last weeks was measured. Import a longer history.'
		);
	let [fromAt, toAt] = [Infinity, -Infinity];
	for (const { startAt } of rows) {
		fromAt = Math.min(fromAt, startAt);
		toAt = Math.max(toAt, startAt + head.intervalSeconds * 1000);
	}
	const { orm, client } = ctx.db;
	const detail = Object.fromEntries(queues.map(({ queueId, detail }) => [queueId, detail]));
	const insertHead = orm
		.insert(forecasts)
		.values({ ...head, fromAt, toAt, detail, createdBy: actor.id, createdAt: ctx.now() })
		.toSQL();
	const audit = recordAudit(ctx, actor, {
		action: 'forecast.compute',
		subject: `forecast:${head.id}`,
		after: { name: head.name }
	}).toSQL();
	const statements = [insertHead, audit].map(({ sql, params }) => ({ sql, args: params }) as InStatement);
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
		const some = rows.slice(i, i + ROWS_PER_STATEMENT);
		statements.push({
			sql: `INSERT INTO forecast_intervals (forecast_id, queue_id, start_at, offered, p10, p90, aht_seconds) VALUES ${some.map(() => '(?,?,?,?,?,?,?)').join(',')}`,
			args: some.flatMap((row) => [
				head.id,
				row.queueId,
				row.startAt,
				row.offered,
				row.p10,
				row.p90,
				row.ahtSeconds
			])
		});
	}
	await client.batch(statements, 'write');
	return { forecastId: head.id };
}
