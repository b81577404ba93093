import { setImmediate } from 'node:timers/promises';
import { addDays } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { eq } from 'drizzle-orm';
import { historyOf, type HistoryRow } from '#solver/simulation/index.ts';
import type { Context } from '../context.ts';
import { historyImports } from '../db/schema/index.ts';
import { dayStart } from '../live/index.ts';
import { scenarioHere } from './scenario-here.ts';
import { siteOffset } from './site-offset.ts';

const IMPORT_ID = 'demo-history';
const WEEKS = 26;
const ROWS_PER_BATCH = 500;

/** Half a year of counts, so that the demo's planner has something to forecast from. Once; up to yesterday. */
export async function fillHistory(ctx: Context, signal: AbortSignal): Promise<void> {
	const { orm } = ctx.db;
	const [present] = await orm.select().from(historyImports).where(eq(historyImports.id, IMPORT_ID));
	if (present && present.rowCount > 0) return;
	// A start that was cut off half way left an import without its count: it is drawn again.
	await orm.delete(historyImports).where(eq(historyImports.id, IMPORT_ID));
	const scenario = await scenarioHere(ctx);
	const { timeZone } = scenario.site;
	const today = dayStart(ctx.now(), timeZone);
	const fromMs = addDays(new TZDate(today, timeZone), -7 * WEEKS).getTime();
	const rows = historyOf(scenario, {
		seed: 2026,
		fromMs,
		days: 7 * WEEKS,
		utcOffsetSecondsAt: siteOffset(timeZone)
	});

	await orm.insert(historyImports).values({
		id: IMPORT_ID,
		fileName: 'Costa Clara (demo)',
		format: 'demo',
		importedBy: 'system',
		importedAt: ctx.now(),
		rowCount: 0,
		rejectedCount: 0,
		timeZone
	});
	let count = 0;
	let batch: HistoryRow[] = [];
	for (const row of rows) {
		if (signal.aborted) break;
		batch.push(row);
		if (batch.length < ROWS_PER_BATCH) continue;
		count += await store(ctx, batch);
		batch = [];
		await setImmediate();
	}
	count += await store(ctx, batch);
	if (signal.aborted) return;
	await orm.update(historyImports).set({ rowCount: count }).where(eq(historyImports.id, IMPORT_ID));
}

async function store({ db }: Context, rows: readonly HistoryRow[]): Promise<number> {
	if (rows.length === 0) return 0;
	await db.client.execute({
		sql: `INSERT INTO interval_facts (queue_id, start_at, interval_seconds, import_id, offered, answered, abandoned, aht_seconds)
			VALUES ${rows.map(() => '(?,?,1800,?,?,?,?,?)').join(',')} ON CONFLICT DO NOTHING`,
		args: rows.flatMap((row) => [
			row.queue,
			row.startMs,
			IMPORT_ID,
			row.offered,
			row.answered,
			row.abandoned,
			row.ahtSeconds
		])
	});
	return rows.length;
}
