import { setImmediate } from 'node:timers/promises';
import {
	COUNT_COLUMNS,
	DAY_COLUMNS,
	FactBuilder,
	SUM_COLUMNS,
	type FactAgent,
	type PerformanceFacts
} from '#solver/coaching/index.ts';
import type { Context } from '../context.ts';
import { columnInSql } from './column-in-sql.ts';
import type { DayBands } from './day-bands.ts';

const DAY_MS = 86_400_000;
const COLUMNS = [...COUNT_COLUMNS, ...SUM_COLUMNS];

/** The stored facts of the days as the solver's columns, a day at a time so that others come in between. */
export async function readFacts(ctx: Context, days: readonly DayBands[]): Promise<PerformanceFacts> {
	const { client } = ctx.db;
	const builder = new FactBuilder(await readPeople(ctx, days), days.length);
	for (const [day, { date }] of days.entries()) {
		const contacts = await client.execute({
			sql: `SELECT agent_id, queue_id, channel, intent, band, ${COLUMNS.map(columnInSql).join(', ')} FROM performance_facts WHERE date = ?`,
			args: [date]
		});
		for (const row of contacts.rows)
			builder.add({
				agent: String(row[0]),
				day,
				queue: String(row[1]),
				channel: String(row[2]),
				intent: String(row[3]),
				band: String(row[4]),
				...Object.fromEntries(COLUMNS.map((name, i) => [name, Number(row[5 + i])]))
			});
		const own = await client.execute({
			sql: `SELECT agent_id, ${DAY_COLUMNS.map(columnInSql).join(', ')} FROM performance_days WHERE date = ?`,
			args: [date]
		});
		for (const row of own.rows)
			builder.addDay({
				agent: String(row[0]),
				day,
				...Object.fromEntries(DAY_COLUMNS.map((name, i) => [name, Number(row[1 + i])]))
			});
		await setImmediate();
	}
	return builder.build();
}

/**
 * Agents with languages, as far as their queues' contacts tell, and service counted from the day they were set up; who
 * was there from the beginning, or before the period, is of unknown tenure.
 */
async function readPeople({ db }: Context, days: readonly DayBands[]): Promise<FactAgent[]> {
	const { rows } = await db.client.execute(
		`SELECT a.id, a.team_id, a.created_at, (SELECT min(created_at) FROM agents) AS first FROM agents AS a ORDER BY a.id`
	);
	const from = days[0]?.fromMs ?? 0;
	return rows.map((row) => {
		const createdAt = Number(row.created_at);
		const cameLater = createdAt > Number(row.first) + DAY_MS;
		return {
			id: String(row.id),
			team: row.team_id === null ? null : String(row.team_id),
			tenureDays: cameLater ? (from - createdAt) / DAY_MS : null
		};
	});
}
