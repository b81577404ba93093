import type { InStatement } from '@libsql/client';
import { shrinkageAt } from '#solver/staffing/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { staffingPlans } from '../db/schema/index.ts';
import type { PlanTerms, QueueTerms } from './queue-terms.ts';
import type { StaffingRequest } from './staffing-input.ts';
import type { StaffingResult, StaffingWork } from './staffing-work.ts';
import type { PlanChecks } from './stored-check.ts';

const ROWS_PER_STATEMENT = 500;
const QUEUE_ROWS =
	'staffing_intervals (plan_id, queue_id, start_at, agents, agents_with_shrinkage, pooled_agents, service_level, asa_seconds, abandonment, occupancy)';
const GROUP_ROWS = 'staffing_group_intervals (plan_id, group_id, start_at, agents, agents_with_shrinkage)';

/** `parameters` as it is stored; plans made before it held the terms by queue and nothing else. */
export interface StoredParameters {
	version: 2;
	queues: Record<string, QueueTerms>;
	plan: PlanTerms;
}

type Row = (string | number | null)[];

/** Keeps a computed plan; it is there whole or not at all. */
export async function storeStaffing(
	ctx: Context,
	actor: Actor,
	id: string,
	{ name, forecastId }: StaffingRequest,
	work: StaffingWork,
	{ queues, groups, check }: StaffingResult
): Promise<{ planId: string }> {
	const { orm, client } = ctx.db;
	const shrinkage = meanShrinkage(work);
	const parameters: StoredParameters = {
		version: 2,
		queues: Object.fromEntries(
			work.queues.map(({ id: queueId, terms }) => [queueId, { ...terms, shrinkage }])
		),
		plan: work.terms
	};
	const now = ctx.now();
	const checks: PlanChecks | null = check && { plan: { ...check, checkedAt: now }, roster: null };
	const head = orm
		.insert(staffingPlans)
		.values({
			id,
			name,
			forecastId,
			intervalSeconds: work.intervalSeconds,
			parameters: { ...parameters },
			groups: groups?.map((group) => ({
				id: group.id,
				queueIds: group.queueIds,
				headcount: group.headcount
			})),
			check: checks && { ...checks },
			createdBy: actor.id,
			createdAt: now
		})
		.toSQL();
	const audit = recordAudit(ctx, actor, {
		action: 'staffing.compute',
		subject: `staffing:${id}`,
		after: { name, forecastId }
	}).toSQL();
	const ofQueues = queues.flatMap(({ id: queueId, intervals }) =>
		intervals.map((one): Row => [
			id,
			queueId,
			one.startAt,
			one.agents,
			one.agentsWithShrinkage,
			one.pooledAgents,
			one.serviceLevel,
			one.asaSeconds,
			one.abandonment,
			one.occupancy
		])
	);
	const ofGroups = (groups ?? []).flatMap((group) =>
		work.instants.map((startAt, i): Row => [
			id,
			group.id,
			startAt,
			group.agents[i]!,
			group.agentsWithShrinkage[i]!
		])
	);
	await client.batch(
		[
			...[head, audit].map(({ sql, params }) => ({ sql, args: params }) as InStatement),
			...inserts(QUEUE_ROWS, ofQueues),
			...inserts(GROUP_ROWS, ofGroups)
		],
		'write'
	);
	return { planId: id };
}

function inserts(into: string, rows: readonly Row[]): InStatement[] {
	const statements: InStatement[] = [];
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
		const some = rows.slice(i, i + ROWS_PER_STATEMENT);
		statements.push({
			sql: `INSERT INTO ${into} VALUES ${some.map((row) => `(${row.map(() => '?').join(',')})`).join(',')}`,
			args: some.flat()
		});
	}
	return statements;
}

function meanShrinkage({ minutes, weekdays, terms, intervalSeconds }: StaffingWork): number {
	const sum = minutes.reduce(
		(total, minute, i) => total + shrinkageAt(terms.shrinkage, weekdays[i]!, minute, intervalSeconds / 60),
		0
	);
	return minutes.length > 0 ? sum / minutes.length : 0;
}
