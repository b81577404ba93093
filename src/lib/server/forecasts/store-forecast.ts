import type { InStatement, InValue } from '@libsql/client';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecastRequests, forecasts } from '../db/schema/index.ts';
import type { ForecastWorkResult } from './forecast-work.ts';

const ROWS_PER_STATEMENT = 500;

interface NewForecast {
	id: string;
	name: string;
	timeZone: string;
	intervalSeconds: number;
	horizonDays: number;
	asOf: string | null;
	like: Record<string, string>;
}

/** Keeps a computed forecast; it is there whole or not at all. */
export async function storeForecast(
	ctx: Context,
	actor: Actor,
	{ horizonDays, asOf, like, ...head }: NewForecast,
	{ queues, total }: ForecastWorkResult
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
	const statements = [
		orm
			.insert(forecasts)
			.values({ ...head, fromAt, toAt, detail, createdBy: actor.id, createdAt: ctx.now() })
			.toSQL(),
		orm.insert(forecastRequests).values({ forecastId: head.id, horizonDays, asOf, like }).toSQL(),
		recordAudit(ctx, actor, {
			action: 'forecast.compute',
			subject: `forecast:${head.id}`,
			after: { name: head.name }
		}).toSQL()
	].map(({ sql, params }) => ({ sql, args: params }) as InStatement);
	statements.push(
		...inserts(
			'forecast_intervals (forecast_id, queue_id, start_at, offered, p10, p90, aht_seconds, aht_p10_seconds, aht_p90_seconds)',
			rows.map((row) => [
				head.id,
				row.queueId,
				row.startAt,
				row.offered,
				row.p10,
				row.p90,
				row.ahtSeconds,
				row.ahtP10Seconds,
				row.ahtP90Seconds
			])
		),
		...inserts(
			'forecast_totals (forecast_id, start_at, offered, p10, p90)',
			total.map((row) => [head.id, row.startAt, row.offered, row.p10, row.p90])
		)
	);
	await client.batch(statements, 'write');
	return { forecastId: head.id };
}

function inserts(into: string, rows: readonly InValue[][]): InStatement[] {
	const statements: InStatement[] = [];
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
		const some = rows.slice(i, i + ROWS_PER_STATEMENT);
		const marks = `(${some[0]!.map(() => '?').join(',')})`;
		statements.push({
			sql: `INSERT INTO ${into} VALUES ${some.map(() => marks).join(',')}`,
			args: some.flat()
		});
	}
	return statements;
}
