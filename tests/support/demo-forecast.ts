import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { startForecast } from '#lib/server/forecasts/index.ts';
import { listHistory } from '#lib/server/history/index.ts';
import { Jobs } from '#lib/server/jobs/index.ts';

const FILL_TIMEOUT_MS = 60_000;

/** A forecast in a demo's database, made beside its server from the demo's own history once that is there. */
export async function demoForecast(url: string, { horizonDays }: { horizonDays: number }): Promise<string> {
	const db = await openDatabase(url, 'drizzle');
	try {
		const ctx: Context = { db, now: Date.now };
		const until = Date.now() + FILL_TIMEOUT_MS;
		let queueIds: string[] = [];
		while (queueIds.length === 0) {
			const { rows } = await db.client.execute(
				"SELECT 1 FROM history_imports WHERE id = 'demo-history' AND row_count > 0"
			);
			if (rows.length > 0)
				queueIds = (await listHistory(ctx, SYSTEM)).coverage
					.filter(({ isDemo }) => isDemo)
					.map(({ queueId }) => queueId);
			else if (Date.now() > until)
				throw new Error('Making a forecast for a test: the demo history did not come.');
			else await new Promise((done) => setTimeout(done, 250));
		}
		const jobs = await Jobs.open(ctx);
		const ended = new Promise<unknown>((done) =>
			jobs.listen((job) => job.state !== 'queued' && job.state !== 'running' && done(job.result))
		);
		const { rows: sites } = await db.client.execute('SELECT time_zone FROM sites');
		await startForecast(ctx, jobs, SYSTEM, String(sites[0]!.time_zone), {
			name: 'Two weeks',
			queueIds,
			horizonDays,
			intervalSeconds: 1800
		});
		return ((await ended) as { forecastId: string }).forecastId;
	} finally {
		db.close();
	}
}
