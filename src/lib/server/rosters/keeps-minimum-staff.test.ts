import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { solveRoster, type MinimumStaff, type RosterResult } from '#solver/rostering/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import { agents, agentSkills, queues, rosters, sites, skills } from '../db/schema/index.ts';
import { openTimeZone } from '../history/index.ts';
import { changeMinimumStaff } from '../minimum-staff/index.ts';
import { buildProblem } from './build-problem.ts';
import { applyEdit, copyRoster, readWorkspace } from './edits/index.ts';
import { findRoster } from './read-rosters.ts';
import { SHIFT_KINDS } from './shift-templates.ts';
import { startRoster, type RosterWork } from './start-roster.ts';
import { AskedJobs, insertPlan } from './testing.ts';

const HOUR = 3_600_000;
const PLANNER = actorWithRole('planner');
/** A Monday. */
const START = '2026-10-19';
const WEEKDAYS = [0, 1, 2, 3, 4];

let test: Awaited<ReturnType<typeof openTestContext>>;
let people: AgentRecord[];
let jobs: AskedJobs;

/** Six people, four of whom know "voice", and a plan that wants one of these from 09:00 to 17:00 on a Monday. */
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	const made = { siteId: 's', createdAt: 1 };
	await orm.insert(sites).values({ id: 's', name: 'Test', timeZone: 'UTC', createdAt: 1 });
	await orm.insert(skills).values([
		{ id: 'voice', name: 'Voice' },
		{ id: 'night', name: 'Night' }
	]);
	await orm.insert(queues).values({ id: 'q', name: 'Q', channel: 'voice', skillId: 'voice', ...made });
	const ids = ['ana', 'ben', 'cai', 'dan', 'eva', 'fay'];
	await orm.insert(agents).values(ids.map((id) => ({ id, name: id, ...made })));
	await orm.insert(agentSkills).values(ids.slice(0, 4).map((agentId) => ({ agentId, skillId: 'voice' })));
	const startAt = Date.parse(`${START}T09:00:00Z`);
	await insertPlan(
		test.ctx,
		{ fromAt: startAt, toAt: startAt + 8 * HOUR },
		{ queueId: 'q', startAt, intervalSeconds: 1_800, agents: Array(16).fill(1), agentsWithShrinkage: 1 }
	);
	people = await listAgents(test.ctx);
	jobs = new AskedJobs();
});
afterEach(() => test.close());

const want = (rule: {
	agents: number;
	skillId?: string;
	weekdays: number[];
	fromMinute: number;
	toMinute: number;
}) => changeMinimumStaff(test.ctx, PLANNER, { put: [rule] });
const start = () =>
	startRoster(test.ctx, jobs, PLANNER, { name: 'R', planId: 'p', start: START, days: 7, seconds: 5 });
const solve = () => {
	const { problem, seed } = jobs.asked!.payload as RosterWork;
	return solveRoster(problem, { seconds: 5, maxSteps: 400, seed, now: () => performance.now() });
};
const finish = async (result: RosterResult): Promise<string> =>
	((await jobs.asked!.finish(result)) as { rosterId: string }).rosterId;

describe('buildProblem()', () => {
	const build = (minimumStaff: MinimumStaff[], zone = 'UTC', first = START) =>
		buildProblem({
			...{ start: first, days: 7, zone: openTimeZone(zone)!, intervalSeconds: 1_800, agents: people },
			demand: [{ queueId: 'q', skillId: 'voice', startAt: Date.parse(`${first}T12:00:00Z`), agents: 1 }],
			...{ kinds: SHIFT_KINDS, minimumStaff }
		});
	const starts = (shifts: { startMinute: number }[]) => shifts.map(({ startMinute }) => startMinute);

	it('has the minimum on its grid, and shifts that reach all of it', () => {
		const least = { day: 0, fromMinute: 500, toMinute: 1_210, skill: null, agents: 2 };
		const { minimumStaff, shifts } = build([least]);
		expect(minimumStaff).toEqual([{ ...least, fromMinute: 480, toMinute: 1_230 }]);
		expect(Math.min(...starts(shifts))).toBe(480);
		expect(Math.max(...shifts.map((shift) => shift.startMinute + shift.lengthMinutes))).toBe(1_230);
		expect(build([])).not.toHaveProperty('minimumStaff');
	});

	it('where it passes midnight, shifts begin at any hour', () => {
		const { minimumStaff, shifts } = build([
			{ day: 6, fromMinute: 1_320, toMinute: 1_800, skill: null, agents: 1 }
		]);
		expect(minimumStaff).toMatchObject([{ day: 6, fromMinute: 1_320, toMinute: 1_800 }]);
		expect([Math.min(...starts(shifts)), Math.max(...starts(shifts))]).toEqual([0, 1_380]);
	});

	it('is read by the engine in a week in which the clocks change, without the hour that they skip', async () => {
		await want({ agents: 1, weekdays: [5], fromMinute: 1_320, toMinute: 1_800 });
		const apart = Date.parse('2026-03-25T09:00:00Z') - Date.parse(`${START}T09:00:00Z`);
		await test.ctx.db.client.execute(`UPDATE staffing_intervals SET start_at = start_at + ${apart}`);
		await test.ctx.db.client.execute(`UPDATE forecasts SET time_zone = 'Europe/Madrid'`);
		await startRoster(test.ctx, jobs, PLANNER, {
			...{ name: 'R', planId: 'p', start: '2026-03-23', days: 7, seconds: 5 }
		});
		expect((jobs.asked!.payload as RosterWork).problem.minimumStaff).toEqual([
			{ day: 5, fromMinute: 1_320, toMinute: 1_560, skill: null, agents: 1 },
			{ day: 6, fromMinute: 180, toMinute: 360, skill: null, agents: 1 }
		]);
	});

	it('refuses more than there are, in words', () => {
		const least = { day: 1, fromMinute: 540, toMinute: 600, skill: 'voice', agents: 5 };
		expect(() => build([least])).toThrow(
			'Making a roster: the minimum staff of 2026-10-20 09:00–10:00 is 5 with the skill "voice"; wanted no more than the 4 who could work.'
		);
		expect(() => build([{ ...least, agents: 4 }])).not.toThrow();
		expect(build([{ ...least, skill: null, agents: 6 }]).minimumStaff).toHaveLength(1);
	});
});

describe('a roster searched from a staffing plan', () => {
	it('has the minimum at work though the plan asks for nobody, and the validator holds it against it', async () => {
		await want({ agents: 2, skillId: 'voice', weekdays: WEEKDAYS, fromMinute: 540, toMinute: 780 });
		await start();
		const result = await solve();
		expect(result.status).toMatch(/optimal|feasible/);
		const roster = (await findRoster(test.ctx, PLANNER, await finish(result)))!;
		expect(roster.problem.minimumStaff).toHaveLength(5);
		expect(roster.validation.violations).toEqual([]);
		await test.ctx.db.client.execute(
			`DELETE FROM shifts WHERE start_at >= ${Date.parse('2026-10-22T00:00Z')}`
		);
		expect((await findRoster(test.ctx, PLANNER, roster.id))!.validation.violations).toMatchObject([
			{
				rule: 'minimum-staff',
				agent: null,
				day: 3,
				text: expect.stringContaining('09:00–13:00 has 0') as string
			},
			{ rule: 'minimum-staff', agent: null, day: 4 }
		]);
	});

	it('says why where it cannot be reached, and is not stored', async () => {
		// Four people with nine hours a day at most do not make three at every moment of a week round the clock.
		await want({
			agents: 3,
			skillId: 'voice',
			weekdays: [...WEEKDAYS, 5, 6],
			fromMinute: 0,
			toMinute: 1_440
		});
		await start();
		const result = await solve();
		expect(result.status).toMatch(/infeasible|timed-out/);
		expect(result.reasons[0]).toMatch(/^Minimum staff is not reached\. .*may work at all\.$/);
		await expect(finish(result)).rejects.toThrow('Minimum staff is not reached.');
	});

	it('is refused at the door where more are asked for than there are', async () => {
		await want({ agents: 1, skillId: 'night', weekdays: [6], fromMinute: 1_320, toMinute: 1_800 });
		await expect(start()).rejects.toThrow(
			/minimum staff of 2026-10-25 22:00–06:00 of the next day is 1 with the skill "night"/
		);
		expect(jobs.asked).toBeNull();
	});
});

describe('an edit by hand', () => {
	/** Nobody is left on the Monday. */
	const clearMonday = async (rosterId: string) => {
		const { shifts } = (await readWorkspace(test.ctx, PLANNER, rosterId))!;
		const before = shifts.filter(({ day }) => day === 0);
		const edit = { rosterId, id: randomUUID(), baseSequence: 0, what: 'remove' as const, before, after: [] };
		return applyEdit(test.ctx, PLANNER, edit);
	};

	it('below the minimum is kept with a reason alone', async () => {
		await want({ agents: 2, weekdays: WEEKDAYS, fromMinute: 540, toMinute: 780 });
		await start();
		expect(await clearMonday(await finish(await solve()))).toMatchObject({
			status: 'needs-reason',
			brokenRules: [{ rule: 'minimum-staff', agent: null, day: 0 }]
		});
	});

	it('of a copy is held against the minimum of now, and a bound that may be too high is not kept', async () => {
		await start();
		const id = await finish(await solve());
		const copied = async (name: string) =>
			(await copyRoster(test.ctx, PLANNER, { rosterId: id, name }))!.rosterId;
		expect(await clearMonday(await copied('Free'))).toMatchObject({ status: 'stored' });

		const { undo } = await want({ agents: 1, weekdays: WEEKDAYS, fromMinute: 600, toMinute: 660 });
		const kept = await copied('Kept');
		expect(await clearMonday(kept)).toMatchObject({ status: 'needs-reason' });
		const row = async (one: string) =>
			(await test.ctx.db.orm.select().from(rosters).where(eq(rosters.id, one)))[0]!;
		const { lowerBound } = (await row(id)).result as { lowerBound: number | null };
		expect(lowerBound).not.toBeNull();
		expect((await row(kept)).result).toMatchObject({ lowerBound });
		const again = (await copyRoster(test.ctx, PLANNER, { rosterId: kept, name: 'Same' }))!.rosterId;
		expect((await row(again)).result).toMatchObject({ lowerBound });

		await changeMinimumStaff(test.ctx, PLANNER, undo);
		const freed = (await copyRoster(test.ctx, PLANNER, { rosterId: kept, name: 'Freed' }))!.rosterId;
		expect((await row(freed)).problem).not.toHaveProperty('minimumStaff');
		expect((await row(freed)).result).toMatchObject({ lowerBound: null, gap: null });
	});
});
