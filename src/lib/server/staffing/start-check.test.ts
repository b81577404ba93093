import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { rosters, shifts, staffingIntervals, staffingPlans } from '../db/schema/index.ts';
import { Jobs } from '../jobs/index.ts';
import { readChecks } from './read-checks.ts';
import { readRostered } from './read-rostered.ts';
import { findStaffing } from './read-staffing.ts';
import { startCheck, type CheckInput } from './start-check.ts';
import { HOUR_MS, MONDAY, seedTestCentre } from './testing.ts';

const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;
beforeEach(async () => {
	test = await openTestContext();
	const { ctx } = test;
	await seedTestCentre(ctx);
	const { orm } = ctx.db;
	const terms = {
		channel: 'voice',
		serviceLevelShare: 0.8,
		thresholdSeconds: 20,
		shrinkage: 0.1,
		maxOccupancy: null,
		minimumAgents: 0,
		defaultAhtSeconds: 240,
		concurrency: 1,
		patienceSeconds: 120,
		ahtSeconds: null
	};
	await orm.insert(staffingPlans).values({
		id: 'old',
		name: 'Old plan',
		forecastId: 'forecast',
		intervalSeconds: 1800,
		parameters: { sales: terms, help: terms },
		createdBy: 'system',
		createdAt: 1
	});
	await orm.insert(staffingIntervals).values(
		['sales', 'help'].flatMap((queueId) =>
			[0, 24].flatMap((day) =>
				Array.from({ length: 16 }, (_, half) => ({
					planId: 'old',
					queueId,
					startAt: MONDAY + (day + 9 + half / 2) * HOUR_MS,
					agents: 5,
					agentsWithShrinkage: 6
				}))
			)
		)
	);
	const roster = {
		timeZone: 'UTC',
		planId: 'old',
		problem: {},
		result: {},
		createdBy: 'system',
		createdAt: 1
	};
	await orm.insert(rosters).values([
		{ ...roster, id: 'monday', name: 'Monday', fromAt: MONDAY, toAt: MONDAY + 24 * HOUR_MS },
		{ ...roster, id: 'later', name: 'Later', fromAt: MONDAY + 240 * HOUR_MS, toAt: MONDAY + 264 * HOUR_MS }
	]);
	// One for sales, one for help: far too few.
	await orm.insert(shifts).values(
		['a0', 'a2'].map((agentId) => ({
			id: agentId,
			rosterId: 'monday',
			agentId,
			templateId: 'full',
			startAt: MONDAY + 9 * HOUR_MS,
			endAt: MONDAY + 17 * HOUR_MS,
			breaks: []
		}))
	);
	jobs = await Jobs.open(ctx);
});
afterEach(async () => {
	await jobs.stop();
	test.close();
});

async function check(input: CheckInput): Promise<void> {
	const ended = new Promise<JobUpdate>((done) => {
		const off = jobs.listen((job) => {
			if (!['done', 'failed', 'cancelled'].includes(job.state)) return;
			off();
			done(job);
		});
	});
	await startCheck(test.ctx, jobs, planner, input);
	const { state, error } = await ended;
	expect({ state, error }).toEqual({ state: 'done', error: null });
}

describe('startCheck()', () => {
	it('finds an ample old plan good and a thin roster bad, and keeps both', async () => {
		await check({ planId: 'old', replications: 40 });
		await check({ planId: 'old', rosterId: 'monday', replications: 40 });
		const checks = await readChecks(test.ctx, planner, 'old');
		expect(checks.plan!.overall.probabilityMet!.value).toBeGreaterThan(0.9);
		expect(checks.plan!.instants).toHaveLength(32);
		expect(checks.roster).toMatchObject({ rosterId: 'monday', rosterName: 'Monday' });
		expect(checks.roster!.overall.probabilityMet!.value).toBeLessThan(0.1);
		expect(checks.roster!.instants).toHaveLength(16);
		expect((await findStaffing(test.ctx, planner, 'old'))!.probabilityMet).toBe(
			checks.plan!.overall.probabilityMet!.value
		);
		expect(await test.audited()).toEqual(['job.start', 'staffing.check', 'job.start', 'staffing.check']);
	});

	it('refuses what there is not, days not in common, and an actor without the right', async () => {
		const start = (input: CheckInput, actor = planner) => startCheck(test.ctx, jobs, actor, input);
		await expect(start({ planId: 'none' })).rejects.toThrow(/no staffing plan "none"/);
		await expect(start({ planId: 'old', rosterId: 'none' })).rejects.toThrow(/no roster "none"/);
		await expect(start({ planId: 'old', rosterId: 'later' })).rejects.toThrow(
			/roster "Later" has no day in common with the plan "Old plan"/
		);
		await expect(start({ planId: 'old', replications: 0 })).rejects.toThrow(InvalidInputError);
		await expect(start({ planId: 'old' }, actorWithRole('supervisor'))).rejects.toThrow(ForbiddenError);
	});
});

describe('readRostered()', () => {
	it('sets the people of a roster against what the plan asks of it, for those who may see rosters', async () => {
		const plan = (await findStaffing(test.ctx, planner, 'old'))!;
		const rostered = await readRostered(test.ctx, planner, plan, null);
		expect(rostered.rosters.map(({ id }) => id)).toEqual(['monday']);
		expect(rostered.points).toHaveLength(16);
		expect(rostered.points[0]).toEqual({
			at: MONDAY + 9 * HOUR_MS,
			required: expect.closeTo(10 / 0.9),
			scheduled: 2
		});
		const agent = { ...planner, rights: ['staffing.view'] };
		expect((await readRostered(test.ctx, agent, plan, null)).points).toEqual([]);
	});
});
