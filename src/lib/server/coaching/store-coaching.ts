import { randomUUID } from 'node:crypto';
import type { InStatement } from '@libsql/client';
import type { Verdict } from '#solver/coaching/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingRuns } from '../db/schema/index.ts';
import type { CoachingFound } from './coaching-work.ts';
import { storeMeasured } from './store-measured.ts';

const ROWS_PER_STATEMENT = 2_000;

/** Keeps what was found as a run of its own; earlier runs stay, so that a period can be held against the one before. */
export async function storeCoaching(
	ctx: Context,
	actor: Actor,
	period: { fromDate: string; toDate: string },
	{ verdicts, metrics, findings, measured }: CoachingFound
): Promise<{ runId: string }> {
	const { orm, client } = ctx.db;
	const runId = randomUUID();
	const estimates = verdicts.map((verdict) => [
		runId,
		verdict.agentId,
		verdict.metric,
		verdict.kind,
		Math.round(verdict.standing.observations),
		verdict.standing.days,
		verdict.standing.reached,
		verdict.standing.expected,
		verdict.standing.estimate,
		verdict.standing.sd,
		verdict.sds,
		verdict.gapProbability,
		verdict.gapP,
		JSON.stringify(detailOf(verdict))
	]);
	const withIds = findings.map((found) => ({ id: randomUUID(), ...found }));
	const findingRows = withIds.map(({ id, agentId, finding, mainCase }) => [
		id,
		runId,
		agentId,
		finding.cause,
		finding.probability,
		finding.priority,
		JSON.stringify(finding.gaps.map(({ metric }) => metric)),
		JSON.stringify(finding.support.map(({ metric }) => metric)),
		mainCase && JSON.stringify(mainCase),
		JSON.stringify(finding.recommendations),
		JSON.stringify(
			finding.mentors.map(({ strength, commonWork }) => ({
				agentId: verdicts.find(({ agent }) => agent === strength.agent)!.agentId,
				metric: strength.metric,
				commonWork
			}))
		)
	]);
	const evidenceRows = withIds.flatMap(({ id, evidence }) =>
		evidence.map(({ contact, agentId, role, score, values }, ordinal) => [
			id,
			ordinal,
			contact,
			agentId,
			role,
			score,
			JSON.stringify(values)
		])
	);
	await orm.batch([
		orm
			.insert(coachingRuns)
			.values({ id: runId, ...period, metrics, computedBy: actor.id, computedAt: ctx.now() }),
		recordAudit(ctx, actor, {
			action: 'coaching.compute',
			subject: `coaching:${runId}`,
			after: { ...period, findings: findings.length }
		})
	]);
	await client.batch(
		[
			...rowsInto(
				'coaching_estimates (run_id, agent_id, metric, verdict, observations, days, reached, expected, estimate, sd, sds, gap_probability, gap_p, detail)',
				estimates
			),
			...rowsInto(
				'coaching_findings (id, run_id, agent_id, cause, probability, priority, gaps, support, main_case, recommendations, mentors)',
				findingRows
			),
			...rowsInto(
				'coaching_evidence (finding_id, ordinal, contact_id, agent_id, role, score, "values")',
				evidenceRows
			)
		],
		'write'
	);
	await storeMeasured(ctx, measured);
	return { runId };
}

const detailOf = (verdict: Verdict): unknown =>
	verdict.kind === 'guarded'
		? { as: verdict.as, by: verdict.by }
		: verdict.kind === 'thin'
			? { needed: verdict.needed }
			: null;

/** One JSON text takes many rows: a statement a row would be prepared anew for each. */
function rowsInto(into: string, rows: readonly unknown[][]): InStatement[] {
	const statements: InStatement[] = [];
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		const some = rows.slice(from, from + ROWS_PER_STATEMENT);
		const columns = some[0]!.map((_, i) => `value ->> ${i}`).join(', ');
		statements.push({
			sql: `INSERT INTO ${into} SELECT ${columns} FROM json_each(?)`,
			args: [JSON.stringify(some)]
		});
	}
	return statements;
}
