import type { Context } from '../context.ts';
import type { OverrideTerms } from './apply-overrides.ts';

/**
 * The changes by hand that hold in a span, by queue, in the order in which they were made: now, or as they were at
 * an earlier moment.
 */
export async function overridesInForce(
	{ db }: Context,
	span: { fromAt: number; toAt: number; queueId?: string },
	at: number | null = null
): Promise<Map<string, OverrideTerms[]>> {
	const { rows } = await db.client.execute({
		sql: `SELECT id, queue_id, from_at, to_at, measure, operation, amount FROM forecast_overrides
			WHERE from_at < ?1 AND to_at > ?2 AND (?3 IS NULL OR queue_id = ?3)
				AND (removed_at IS NULL OR removed_at > ?4) AND (?4 IS NULL OR created_at <= ?4)
			ORDER BY created_at, rowid`,
		args: [span.toAt, span.fromAt, span.queueId ?? null, at]
	});
	return Map.groupBy(
		rows.map((row) => ({
			id: String(row.id),
			queueId: String(row.queue_id),
			fromAt: Number(row.from_at),
			toAt: Number(row.to_at),
			measure: row.measure as OverrideTerms['measure'],
			operation: row.operation as OverrideTerms['operation'],
			amount: Number(row.amount)
		})),
		({ queueId }) => queueId
	);
}
