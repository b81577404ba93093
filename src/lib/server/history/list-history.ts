import { desc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { historyImports } from '../db/schema/index.ts';

/** What history there is of a queue. */
export interface QueueCoverage {
	queueId: string;
	name: string;
	channel: string;
	isDemo: boolean;
	fromMs: number;
	toMs: number;
	intervalSeconds: number;
	intervals: number;
	offered: number;
	ahtSeconds: number | null;
}

export async function listHistory(
	ctx: Context,
	actor: Actor
): Promise<{ coverage: QueueCoverage[]; imports: (typeof historyImports.$inferSelect)[] }> {
	requireRight(actor, 'forecast.view');
	const { rows } = await ctx.db.client.execute(
		`SELECT q.id, q.name, q.channel, q.is_demo, min(f.start_at) AS first, max(f.start_at + f.interval_seconds * 1000) AS last,
			min(f.interval_seconds) AS step, count(*) AS n, sum(f.offered) AS offered,
			sum(f.aht_seconds * f.offered) / nullif(sum(CASE WHEN f.aht_seconds IS NULL THEN 0 ELSE f.offered END), 0) AS aht
		FROM interval_facts f JOIN queues q ON q.id = f.queue_id GROUP BY q.id ORDER BY q.name`
	);
	const coverage = rows.map((row) => ({
		queueId: String(row.id),
		name: String(row.name),
		channel: String(row.channel),
		isDemo: Number(row.is_demo) === 1,
		fromMs: Number(row.first),
		toMs: Number(row.last),
		intervalSeconds: Number(row.step),
		intervals: Number(row.n),
		offered: Number(row.offered),
		ahtSeconds: row.aht === null ? null : Number(row.aht)
	}));
	return {
		coverage,
		imports: await ctx.db.orm.select().from(historyImports).orderBy(desc(historyImports.importedAt))
	};
}
