import * as tables from '../../../src/lib/server/db/schema/index.ts';
import type { Database } from '../../../src/lib/server/db/open-database.ts';
import { LEAD, type Made } from './site-operations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Coaching and evaluations, with what of them is of the other sites' people. */
export async function addPeopleWork(
	orm: Database['orm'],
	sites: readonly string[],
	{ site, agentId, contactId, at }: Made
): Promise<void> {
	const session = (state: 'planned' | 'held' | 'cancelled', startAt: number) => ({
		id: `${site}-${state}`,
		agentId,
		coachId: 'lead',
		cause: 'holding',
		moduleId: null,
		metrics: ['hold'],
		expected: [],
		evidence: [{ contactId, agentId, role: 'shows-it' as const, score: -1, values: {} }],
		state,
		stateBefore: state === 'cancelled' ? ('planned' as const) : null,
		startAt,
		endAt: startAt + 30 * MINUTE,
		notes: `${site} notes`,
		heldAt: state === 'held' ? startAt : null,
		createdBy: LEAD,
		createdAt: at,
		changedAt: at
	});
	await orm
		.insert(tables.coachingSessions)
		.values([
			session('planned', at + HOUR),
			session('held', at - 48 * HOUR),
			session('cancelled', at + 5 * HOUR)
		]);
	const run = { id: 'run', fromDate: '2026-01-01', toDate: '2026-02-01', metrics: [] };
	await orm
		.insert(tables.coachingRuns)
		.values({ ...run, computedBy: LEAD, computedAt: at })
		.onConflictDoNothing();
	await orm.insert(tables.coachingEstimates).values({
		runId: 'run',
		agentId,
		metric: 'hold',
		verdict: 'gap',
		observations: 50,
		days: 20,
		reached: 0.5,
		expected: 0.3,
		estimate: -1,
		sd: 0.2,
		sds: -2,
		gapProbability: 0.99,
		gapP: 0.01
	});
	await orm.insert(tables.coachingFindings).values({
		id: `${site}-finding`,
		runId: 'run',
		agentId,
		cause: 'holding',
		probability: 0.9,
		priority: 1,
		gaps: ['hold'],
		support: [],
		recommendations: [],
		mentors: sites.map((one) => ({ agentId: `${one}-agent`, metric: 'hold', commonWork: 0.5 }))
	});
	await orm.insert(tables.coachingEvidence).values(
		sites.map((one, ordinal) => ({
			findingId: `${site}-finding`,
			ordinal,
			contactId: `${one}-contact`,
			agentId: `${one}-agent`,
			role: 'good-peer' as const,
			score: 1,
			values: {}
		}))
	);
	await orm
		.insert(tables.coachingKudos)
		.values({ id: `${site}-kudos`, agentId, givenBy: LEAD, text: `${site} praise`, givenAt: at });
	await orm
		.insert(tables.coachingComments)
		.values({ id: `${site}-comment`, agentId, writtenBy: LEAD, text: `${site} comment`, writtenAt: at });
	const name = { en: 'form', es: 'formulario' };
	await orm
		.insert(tables.qualityForms)
		.values({ id: 'form', version: 1, createdAt: at })
		.onConflictDoNothing();
	await orm
		.insert(tables.qualityFormVersions)
		.values({
			formId: 'form',
			version: 1,
			name,
			body: {
				sections: [{ id: 's', name, items: [{ id: 'i', text: name, weight: 1, top: 1, fails: 'none' }] }]
			} as never,
			createdBy: LEAD,
			createdAt: at
		})
		.onConflictDoNothing();
	await orm
		.insert(tables.qualityDraws)
		.values({ id: 'draw', fromAt: 0, toAt: at, month: '2026-01', seed: 1, drawnBy: LEAD, drawnAt: at })
		.onConflictDoNothing();
	await orm.insert(tables.qualitySamples).values({
		contactId,
		agentId,
		drawId: 'draw',
		basis: 'risk',
		risk: 1,
		reasons: [],
		contactAt: at - 20 * MINUTE
	});
	const evaluation = (state: 'shared' | 'draft', evaluator: string) => ({
		id: `${site}-${state}`,
		contactId,
		agentId,
		formId: 'form',
		formVersion: 1,
		basis: 'chosen' as const,
		evaluator,
		state,
		answers: { i: { value: 1, note: '' } } as never,
		score: 1,
		weighted: 1,
		failedBy: [],
		contactDate: '2026-01-01',
		contactAt: at - 20 * MINUTE,
		createdAt: at,
		changedAt: at,
		sharedAt: state === 'shared' ? at : null
	});
	await orm
		.insert(tables.qualityEvaluations)
		.values([evaluation('shared', 'user:somebody'), evaluation('draft', LEAD)]);
	await orm.insert(tables.qualityDisputes).values({
		id: `${site}-dispute`,
		evaluationId: `${site}-shared`,
		itemId: 'i',
		reason: site,
		disputedAt: at,
		valueBefore: 1
	});
}
