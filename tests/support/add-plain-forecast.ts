import { openDatabase } from '#lib/server/db/open-database.ts';

const STEP_MS = 1_800_000;
const DAY_MS = 86_400_000;

/** A computed forecast of ten contacts a half-hour for every queue, from yesterday to tomorrow, beside a running server. */
export async function addPlainForecast(url: string): Promise<void> {
	const db = await openDatabase(url, 'drizzle');
	try {
		const now = Date.now();
		const fromAt = Math.floor(now / DAY_MS - 1) * DAY_MS;
		const toAt = fromAt + 3 * DAY_MS;
		const starts = Array.from({ length: (toAt - fromAt) / STEP_MS }, (_, k) => fromAt + k * STEP_MS);
		const { rows } = await db.client.execute('SELECT id FROM queues');
		const { rows: sites } = await db.client.execute('SELECT time_zone FROM sites');
		await db.client.batch(
			[
				{
					sql: `INSERT INTO forecasts (id, name, status, interval_seconds, from_at, to_at, time_zone, detail, created_by, created_at)
						VALUES ('plain', 'Plain', 'computed', 1800, ?, ?, ?, '{}', 'test', ?)`,
					args: [fromAt, toAt, String(sites[0]!.time_zone), now]
				},
				...rows.map(({ id }) => ({
					sql: `INSERT INTO forecast_intervals (forecast_id, queue_id, start_at, offered, p10, p90, aht_seconds)
						VALUES ${starts.map(() => "('plain', ?, ?, 10, 6, 14, 240)").join(',')}`,
					args: starts.flatMap((at) => [String(id), at])
				}))
			],
			'write'
		);
	} finally {
		db.close();
	}
}
