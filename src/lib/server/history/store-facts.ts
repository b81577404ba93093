import { setImmediate } from 'node:timers/promises';
import type { InValue } from '@libsql/client';
import type { Context } from '../context.ts';
import type { FactColumns } from './fact-columns.ts';

const ROWS_PER_BATCH = 500;
const KEY = 'queue_id, start_at, interval_seconds';
const VALUES = 'import_id, offered, answered, abandoned, aht_seconds';

/**
 * Stores an import's rows, the live floor having its turn between the batches. Counts that were there already are
 * put by, so that they come back when the import is taken back.
 *
 * @returns how many were replaced
 */
export async function storeFacts(
	{ db }: Context,
	importId: string,
	intervalSeconds: number,
	columns: FactColumns
): Promise<number> {
	const known = await queuesWithFacts(db, intervalSeconds, columns);
	let replaced = 0;
	for (let from = 0; from < columns.startMs.length; from += ROWS_PER_BATCH) {
		const count = Math.min(ROWS_PER_BATCH, columns.startMs.length - from);
		const args: InValue[] = [];
		for (let at = from; at < from + count; at++)
			args.push(
				columns.queues[columns.queue[at]!]!.label,
				columns.startMs[at]!,
				intervalSeconds,
				importId,
				columns.offered[at]!,
				measured(columns.answered[at]!),
				measured(columns.abandoned[at]!),
				measured(columns.ahtSeconds[at]!)
			);
		const keys: InValue[] = [];
		for (let at = 0; at < args.length; at += 8)
			if (known.has(String(args[at]))) keys.push(args[at]!, args[at + 1]!, args[at + 2]!);
		const results = await db.client.batch(
			[
				...(keys.length > 0
					? [
							{
								// The given order of the join looks each key up in place of reading all facts.
								sql: `INSERT OR IGNORE INTO replaced_facts (replaced_by, ${KEY}, ${VALUES})
									SELECT ?, ${KEY}, ${VALUES} FROM (VALUES ${marks(keys.length / 3, 3)}) AS wanted CROSS JOIN interval_facts
									WHERE queue_id = wanted.column1 AND start_at = wanted.column2 AND interval_seconds = wanted.column3`,
								args: [importId, ...keys]
							}
						]
					: []),
				{
					sql: `INSERT INTO interval_facts (${KEY}, ${VALUES}) VALUES ${marks(count, 8)}
						ON CONFLICT DO UPDATE SET import_id = excluded.import_id, offered = excluded.offered,
						answered = excluded.answered, abandoned = excluded.abandoned, aht_seconds = excluded.aht_seconds`,
					args
				}
			],
			'write'
		);
		if (keys.length > 0) replaced += results[0]!.rowsAffected;
		await setImmediate();
	}
	return replaced;
}

/** Queues that have counts of this length in the file's time: only theirs can be replaced. */
async function queuesWithFacts(
	db: Context['db'],
	intervalSeconds: number,
	{ queues, startMs }: FactColumns
): Promise<Set<string>> {
	let [first, last] = [Infinity, -Infinity];
	for (const at of startMs) {
		if (at < first) first = at;
		if (at > last) last = at;
	}
	const known = new Set<string>();
	for (const { label } of queues) {
		const { rows } = await db.client.execute({
			sql: `SELECT 1 FROM interval_facts WHERE queue_id = ? AND start_at >= ? AND start_at <= ?
				AND interval_seconds = ? LIMIT 1`,
			args: [label, first, last, intervalSeconds]
		});
		if (rows.length > 0) known.add(label);
	}
	return known;
}

const measured = (value: number): number | null => (Number.isNaN(value) ? null : value);
const marks = (rows: number, columns: number): string => {
	const row = `(${Array.from({ length: columns }, () => '?').join(',')})`;
	return Array.from({ length: rows }, () => row).join(',');
};
