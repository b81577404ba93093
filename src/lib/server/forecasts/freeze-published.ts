import type { InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import { overridesInForce } from './overrides-in-force.ts';
import { computedAndApplied } from './read-forecast-intervals.ts';

const ROWS_PER_STATEMENT = 500;

/** The statements that freeze a forecast as it is now: everything as computed, then what was changed by hand. */
export async function freezePublished(
	ctx: Context,
	{ id, fromAt, toAt }: { id: string; fromAt: number; toAt: number }
): Promise<InStatement[]> {
	const statements: InStatement[] = [
		{
			sql: 'UPDATE forecast_intervals SET published_offered = offered, published_aht_seconds = aht_seconds WHERE forecast_id = ?',
			args: [id]
		}
	];
	const changed = [...(await overridesInForce(ctx, { fromAt, toAt })).keys()];
	for (const queueId of changed) {
		const rows = (await computedAndApplied(ctx, id, queueId)).filter(
			({ overrideIds }) => overrideIds.length > 0
		);
		for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
			const some = rows.slice(i, i + ROWS_PER_STATEMENT);
			statements.push({
				sql: `WITH frozen (start_at, offered, aht_seconds) AS (VALUES ${some.map(() => '(?,?,?)').join(',')})
					UPDATE forecast_intervals SET published_offered = frozen.offered, published_aht_seconds = frozen.aht_seconds
					FROM frozen WHERE forecast_id = ? AND queue_id = ? AND forecast_intervals.start_at = frozen.start_at`,
				args: [...some.flatMap((row) => [row.startAt, row.offered, row.ahtSeconds]), id, queueId]
			});
		}
	}
	return statements;
}
