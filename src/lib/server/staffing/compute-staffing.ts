import { randomUUID } from 'node:crypto';
import type { InStatement } from '@libsql/client';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { staffingPlans } from '../db/schema/index.ts';
import { findForecast, readForecastIntervals } from '../forecasts/index.ts';
import { listQueues } from '../queues/index.ts';
import { planQueue, type QueueTerms } from './plan-queue.ts';

const share = z.number().min(0).lt(1);
const seconds = z
	.number()
	.positive()
	.max(30 * 86_400);

const Terms = z.object({
	serviceLevelShare: z.number().gt(0, 'a share above 0').lt(1, 'a share below 1, such as 0.8').optional(),
	thresholdSeconds: z
		.number()
		.min(0)
		.max(30 * 86_400)
		.optional(),
	/** Null: nobody abandons (Erlang C). */
	patienceSeconds: seconds.nullable().optional(),
	/** In place of the forecast's. */
	ahtSeconds: seconds.nullable().optional(),
	concurrency: z.int().min(1).max(20).optional()
});

export const StaffingInput = z.object({
	name: z.string().trim().min(1).max(120),
	forecastId: z.string(),
	/** Share of paid time in which an agent is not there for contacts. */
	shrinkage: share.default(0),
	maxOccupancy: z.number().gt(0).max(1).nullable().default(null),
	minimumAgents: z.int().min(0).max(10_000).default(0),
	/** Used where neither the forecast nor the terms know one. */
	defaultAhtSeconds: seconds.default(240),
	/** By queue, what differs from the queue's own targets. */
	terms: z.record(z.string(), Terms).default({})
});
export type StaffingInput = z.input<typeof StaffingInput>;

const ROWS_PER_STATEMENT = 500;

/** Turns a forecast into the agents that each interval needs, queue by queue, and keeps the plan. */
export async function computeStaffing(
	ctx: Context,
	actor: Actor,
	input: StaffingInput
): Promise<{ planId: string }> {
	requireRight(actor, 'staffing.compute');
	const wanted = parseInput('Computing staffing', StaffingInput, input);
	const forecast = await findForecast(ctx, { ...actor, rights: ['*'] }, wanted.forecastId);
	if (!forecast)
		throw new InvalidInputError(`Computing staffing: there is no forecast "${wanted.forecastId}".`);
	const queues = new Map((await listQueues(ctx)).map((queue) => [queue.id, queue]));
	const intervals = await readForecastIntervals(ctx, { ...actor, rights: ['*'] }, forecast.id);

	const planId = randomUUID();
	const parameters: Record<string, QueueTerms> = {};
	const rows: (string | number | null)[][] = [];
	for (const [queueId, ofQueue] of Map.groupBy(intervals, (interval) => interval.queueId)) {
		const queue = queues.get(queueId)!;
		const own = wanted.terms[queueId] ?? {};
		const terms: QueueTerms = {
			channel: queue.channel,
			serviceLevelShare: own.serviceLevelShare ?? queue.serviceLevelShare,
			thresholdSeconds: own.thresholdSeconds ?? queue.serviceLevelThresholdSeconds,
			patienceSeconds: own.patienceSeconds === undefined ? queue.patienceSeconds : own.patienceSeconds,
			ahtSeconds: own.ahtSeconds ?? null,
			concurrency: own.concurrency ?? queue.concurrency,
			shrinkage: wanted.shrinkage,
			maxOccupancy: wanted.maxOccupancy,
			minimumAgents: wanted.minimumAgents,
			defaultAhtSeconds: wanted.defaultAhtSeconds
		};
		parameters[queueId] = terms;
		const planned = planQueue(ofQueue, forecast.intervalSeconds, terms);
		planned.forEach((figures, i) =>
			rows.push([
				planId,
				queueId,
				ofQueue[i]!.startAt,
				figures.agents,
				figures.agentsWithShrinkage,
				figures.serviceLevel,
				figures.asaSeconds,
				figures.abandonment,
				figures.occupancy
			])
		);
	}
	await store(ctx, actor, planId, wanted, forecast.intervalSeconds, parameters, rows);
	return { planId };
}

async function store(
	ctx: Context,
	actor: Actor,
	id: string,
	{ name, forecastId }: { name: string; forecastId: string },
	intervalSeconds: number,
	parameters: Record<string, QueueTerms>,
	rows: (string | number | null)[][]
): Promise<void> {
	const { orm, client } = ctx.db;
	const head = orm
		.insert(staffingPlans)
		.values({
			id,
			name,
			forecastId,
			intervalSeconds,
			parameters: { ...parameters },
			createdBy: actor.id,
			createdAt: ctx.now()
		})
		.toSQL();
	const audit = recordAudit(ctx, actor, {
		action: 'staffing.compute',
		subject: `staffing:${id}`,
		after: { name, forecastId }
	}).toSQL();
	const statements = [head, audit].map(({ sql, params }) => ({ sql, args: params }) as InStatement);
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
		const some = rows.slice(i, i + ROWS_PER_STATEMENT);
		statements.push({
			sql: `INSERT INTO staffing_intervals (plan_id, queue_id, start_at, agents, agents_with_shrinkage, service_level, asa_seconds, abandonment, occupancy)
				VALUES ${some.map(() => '(?,?,?,?,?,?,?,?,?)').join(',')}`,
			args: some.flat()
		});
	}
	await client.batch(statements, 'write');
}
