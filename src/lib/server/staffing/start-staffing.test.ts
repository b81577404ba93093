import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Jobs } from '../jobs/index.ts';
import { readChecks } from './read-checks.ts';
import { readGroupSeries } from './read-group-series.ts';
import { readPlanSeries } from './read-plan-series.ts';
import { findStaffing, readStaffingIntervals } from './read-staffing.ts';
import { requestOfPlan } from './request-of-plan.ts';
import { startStaffing } from './start-staffing.ts';
import type { StaffingInput } from './staffing-input.ts';
import { MONDAY, seedTestCentre } from './testing.ts';

const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = MONDAY - 10 * 86_400_000;
	await seedTestCentre(test.ctx);
	jobs = await Jobs.open(test.ctx);
});
afterEach(async () => {
	await jobs.stop();
	test.close();
});

const wanted: StaffingInput = { name: 'Two days', forecastId: 'forecast', replications: 40 };

async function compute(change: Partial<StaffingInput>): Promise<string> {
	const ended = new Promise<JobUpdate>((done) => {
		const off = jobs.listen((job) => {
			if (!['done', 'failed', 'cancelled'].includes(job.state)) return;
			off();
			done(job);
		});
	});
	await startStaffing(test.ctx, jobs, planner, { ...wanted, ...change });
	const { state, error, result } = await ended;
	expect({ state, error }).toEqual({ state: 'done', error: null });
	return (result as { planId: string }).planId;
}

describe('startStaffing()', () => {
	it('shares people between queues, checks the plan and keeps both', async () => {
		const planId = await compute({
			shrinkage: [{ kind: 'absence', share: 0.1 }],
			outbound: [
				{
					name: 'Renewals',
					queueId: 'sales',
					weekdays: [1, 2],
					fromMinute: 600,
					toMinute: 720,
					contactsPerDay: 24,
					ahtSeconds: 300
				}
			]
		});
		const plan = (await findStaffing(test.ctx, actorWithRole('supervisor'), planId))!;
		expect(plan.groups!.map(({ queueIds, headcount }) => [[...queueIds].sort().join(), headcount])).toEqual([
			['help,sales', 3],
			['help', 2],
			['letters', 2],
			['sales', 2]
		]);
		expect(plan.parameters.letters!.target).toBe('deadline');
		expect(plan.parameters.sales!.shrinkage).toBeCloseTo(0.1);

		const rows = await readStaffingIntervals(test.ctx, planner, planId, 'sales');
		expect(rows).toHaveLength(32);
		// 24 calls of 300 s in two hours are one agent, and 12 calls of 240 s in half an hour at least two.
		const [inBlock, outside] = [2, 0].map((i) => rows[i]!);
		expect(inBlock!.agents).toBe(outside!.agents + 1);
		const all = await readPlanSeries(test.ctx, planner, plan, null);
		for (const point of all) expect(point.pooledAgents!).toBeLessThanOrEqual(point.agents + 1);
		const series = (await readGroupSeries(test.ctx, planner, plan))!;
		expect(series.instants).toHaveLength(32);

		const { plan: check } = await readChecks(test.ctx, planner, planId);
		expect(check!.replications).toBeGreaterThan(0);
		expect(check!.queues.map(({ id }) => id).sort()).toEqual(['help', 'sales']);
		expect(plan.probabilityMet).toBe(check!.overall.probabilityMet!.value);
		expect(requestOfPlan(plan).outbound).toHaveLength(1);
		expect(await test.audited()).toContain('staffing.compute');
	});

	it('plans queue by queue where that is asked for, unchecked where no replications are', async () => {
		const planId = await compute({ pool: false, replications: 0 });
		const plan = (await findStaffing(test.ctx, planner, planId))!;
		expect(plan.groups).toBeNull();
		expect(plan.probabilityMet).toBeNull();
		for (const row of await readStaffingIntervals(test.ctx, planner, planId))
			expect(row.pooledAgents).toBeNull();
	});

	it('plans for ASA, abandonment and occupancy, and takes off what more bots would close', async () => {
		const planId = await compute({
			pool: false,
			replications: 0,
			terms: {
				sales: { target: 'abandonment', maxAbandonment: 0.02, bots: { share: 1, containment: 0.5 } },
				help: { target: 'asa', maxAsaSeconds: 5 }
			}
		});
		const plan = (await findStaffing(test.ctx, planner, planId))!;
		const [sales, help] = [
			await readPlanSeries(test.ctx, planner, plan, 'sales'),
			await readPlanSeries(test.ctx, planner, plan, 'help')
		];
		expect(sales[0]!.offered).toBeCloseTo(6);
		for (const { abandonment, serviceLevel } of sales) {
			expect(abandonment!).toBeLessThanOrEqual(0.02);
			expect(serviceLevel).not.toBeNull();
		}
		for (const { asaSeconds } of help) expect(asaSeconds!).toBeLessThanOrEqual(5);
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		['a percentage for a share', { terms: { sales: { serviceLevelShare: 80 } } }, /"80".*0\.8 was meant/],
		[
			'a handling time of 0',
			{ terms: { sales: { ahtSeconds: 0 } } },
			/ahtSeconds: "0" must be seconds above 0/
		],
		['a shrinkage of 30', { shrinkage: [{ kind: 'all', share: 30 }] }, /"30".*0\.3 was meant/],
		[
			'a deadline shorter than the intervals',
			{ terms: { letters: { target: 'deadline', thresholdSeconds: 600 } } },
			/deadline "600 s" of "Letters".*1800 s or more/
		],
		[
			'abandonment without patience',
			{ terms: { help: { target: 'abandonment' } } },
			/"Help" has the target "abandonment" but no patience/
		],
		[
			'a block without contacts and with no time of day',
			{
				outbound: [
					{
						name: 'Night',
						queueId: 'sales',
						weekdays: [1],
						fromMinute: '9',
						toMinute: 600,
						contactsPerDay: 0,
						ahtSeconds: 60
					}
				]
			},
			/fromMinute: "9" must be a number.*contactsPerDay: "0" must be above 0/
		],
		['terms of a strange queue', { terms: { nobody: {} } }, /queue "nobody", which the forecast "Two days"/],
		['an unknown forecast', { forecastId: 'none' }, /no forecast "none"/],
		[
			'an outbound block in closed hours',
			{
				outbound: [
					{
						name: 'Night',
						queueId: 'sales',
						weekdays: [1],
						fromMinute: 1200,
						toMinute: 1260,
						contactsPerDay: 5,
						ahtSeconds: 60
					}
				]
			},
			/"Night".*20:00 to 21:00.*"Sales" is closed/
		]
	])('refuses %s, quoting it and saying what was wanted', async (_, change, words) => {
		const start = startStaffing(test.ctx, jobs, planner, { ...wanted, ...change });
		await expect(start).rejects.toThrow(InvalidInputError);
		await expect(start).rejects.toThrow(words);
	});

	it('refuses sharing where nobody can take a queue, and an actor without the right', async () => {
		await test.ctx.db.client.execute("DELETE FROM agent_skills WHERE skill_id = 'help'");
		await expect(startStaffing(test.ctx, jobs, planner, { ...wanted, pool: true })).rejects.toThrow(
			/none of the 9 agents can take "Help"/
		);
		await expect(startStaffing(test.ctx, jobs, actorWithRole('supervisor'), wanted)).rejects.toThrow(
			ForbiddenError
		);
	});
});
