import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JobRow, SystemHealth } from '#lib/contracts/health.ts';
import { requireRight } from '../access/index.ts';
import { auditHead } from '../audit/index.ts';
import type { Centre } from '../centre.ts';
import type { Actor, Context } from '../context.ts';
import type { Jobs } from '../jobs/index.ts';
import { meters } from '../meters.ts';
import { readRetention } from '../retention/index.ts';
import { databaseSize } from './database-size.ts';
import { readiness } from './readiness.ts';

const JOBS_SHOWN = 25;
const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { version: string };

interface Living {
	ctx: Context;
	centre: Centre;
	jobs: Jobs;
	draining: boolean;
	startedAt: number;
}

/** What an operator looks at first on a bad night. */
export async function readHealth(living: Living, actor: Actor): Promise<SystemHealth> {
	requireRight(actor, 'system.view');
	const { ctx, centre } = living;
	const { client } = ctx.db;
	const [state, size, head, { last }, jobs] = await Promise.all([
		readiness(ctx, living.draining),
		databaseSize(ctx),
		auditHead(ctx),
		readRetention(ctx),
		listJobs(ctx, living.jobs)
	]);
	const [migrations, backup, entries] = await client.batch(
		[
			'SELECT count(*) AS n, max(created_at) AS at FROM __drizzle_migrations',
			`SELECT max(at) AS at FROM audit_log WHERE action = 'backup.make'`,
			'SELECT coalesce(max(id), 0) AS id FROM audit_log'
		],
		'read'
	);
	const events = await totals(meters.events, 'outcome');
	const backupAt = backup!.rows[0]!.at;
	return {
		...state,
		startedAt: living.startedAt,
		version,
		node: process.version,
		memoryBytes: process.memoryUsage.rss(),
		loopDelayP99Seconds: meters.loopDelaySeconds(),
		sockets: (await meters.sockets.get()).values[0]?.value ?? 0,
		requests: (await sumAndCount(meters.requestSeconds)).count,
		ingest: {
			accepted: events.accepted ?? 0,
			duplicates: events.duplicate ?? 0,
			rejected: events.rejected ?? 0,
			meanSeconds: mean(await sumAndCount(meters.ingestSeconds)),
			waiting: centre.ingest.waiting
		},
		sources: centre.feed.head(ctx.now()).sources,
		database: {
			...size,
			events: centre.state.seq,
			writeMeanSeconds: mean(await sumAndCount(meters.writeSeconds)),
			busy: (await meters.busy.get()).values[0]?.value ?? 0,
			migrations: Number(migrations!.rows[0]!.n),
			migratedAt: migrations!.rows[0]!.at === null ? null : Number(migrations!.rows[0]!.at)
		},
		backup: backupAt === null ? null : { at: Number(backupAt) },
		purge: last,
		audit: { head, unsealed: Math.max(0, Number(entries!.rows[0]!.id) - (head?.id ?? 0)) },
		jobs
	};
}

async function listJobs({ db: { client } }: Context, jobs: Jobs): Promise<JobRow[]> {
	const { rows } = await client.execute(
		`SELECT j.id, j.kind, j.state, j.progress, j.error, j.created_by AS createdBy, u.name AS createdByName,
			j.created_at AS createdAt, j.finished_at AS finishedAt, j.attempts FROM jobs AS j
			LEFT JOIN users AS u ON j.created_by = 'user:' || u.id ORDER BY j.created_at DESC LIMIT ${JOBS_SHOWN}`
	);
	const { running } = jobs.load;
	// What is under way is newer in memory than in the record.
	return (rows as unknown as JobRow[]).map((row) =>
		running?.id === row.id ? { ...row, state: running.state, progress: running.progress } : { ...row }
	);
}

interface Metric {
	get(): Promise<{ values: { value: number; labels: Record<string, unknown>; metricName?: string }[] }>;
}

async function totals(metric: Metric, label: string): Promise<Record<string, number>> {
	const { values } = await metric.get();
	return Object.fromEntries(values.map(({ labels, value }) => [String(labels[label]), value]));
}

async function sumAndCount(histogram: Metric): Promise<{ sum: number; count: number }> {
	const total = { sum: 0, count: 0 };
	for (const { metricName, value } of (await histogram.get()).values) {
		if (metricName?.endsWith('_sum')) total.sum += value;
		if (metricName?.endsWith('_count')) total.count += value;
	}
	return total;
}

const mean = ({ sum, count }: { sum: number; count: number }): number | null =>
	count > 0 ? sum / count : null;
