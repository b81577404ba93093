import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { parseProblem, validateRoster, type RosterResult } from '#solver/rostering/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { SYSTEM } from '../context.ts';
import { Jobs } from './jobs.ts';

const problem = parseProblem({
	version: 1,
	horizon: { start: '2026-03-02', days: 7 },
	intervalMinutes: 30,
	agents: [
		{
			id: 'ana',
			name: 'Ana',
			skills: [],
			contract: {
				minHoursPerWeek: 0,
				maxHoursPerWeek: 40,
				maxHoursPerDay: 9,
				minRestHours: 12,
				maxConsecutiveDays: 6,
				minDaysOffPerWeek: 1
			}
		}
	],
	shifts: [{ id: 'day', startMinute: 540, lengthMinutes: 480, breaks: [] }],
	demand: [{ day: 0, fromMinute: 540, skill: null, agents: 1 }]
});
let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;
beforeEach(async () => {
	test = await openTestContext();
	jobs = await Jobs.open(test.ctx);
});
afterEach(async () => {
	await jobs.stop();
	test.close();
});

const request = (name: string, finished: string[]) => ({
	kind: 'roster' as const,
	input: { name },
	payload: { problem, seconds: 1, seed: 1 },
	finish: (_: unknown) => Promise.resolve(void finished.push(name))
});

it('Jobs: what the system began gives way to what a person asks for, and is done afterwards', async () => {
	const finished: string[] = [];
	const states: string[] = [];
	let toldOver!: () => void;
	const over = new Promise<void>((done) => (toldOver = done));
	const nameOf = new Map<string, string>();
	jobs.listen((job: JobUpdate) => {
		states.push(`${nameOf.get(job.id) ?? 'background'} ${job.state}`);
		if (job.state === 'done' && finished.length === 3) toldOver();
	});
	const background = await jobs.start(SYSTEM, request('background', finished));
	nameOf.set(background.id, 'background');
	const later = await jobs.start(SYSTEM, request('later', finished));
	nameOf.set(later.id, 'later');
	const asked = await jobs.start(actorWithRole('planner'), request('asked', finished));
	nameOf.set(asked.id, 'asked');
	await over;
	expect(finished[0]).toBe('asked');
	expect([...finished].sort()).toEqual(['asked', 'background', 'later']);
	expect(states).toContain('background queued');
	expect(states.indexOf('background queued')).toBeLessThan(states.indexOf('asked running'));
	expect(await jobs.find(SYSTEM, background.id)).toMatchObject({ state: 'done' });
	expect(await jobs.list(SYSTEM, 'roster')).toHaveLength(3);
	expect(await jobs.list(SYSTEM, 'roster', 10, { byPeople: true })).toMatchObject([{ id: asked.id }]);
});

it('Jobs.cancel(): a rostering run that is stopped leaves the best so far, checked', async () => {
	const people = Array.from({ length: 15 }, (_, i) => ({
		...problem.agents[0]!,
		id: `a${i}`,
		name: `a${i}`
	}));
	const hard = {
		...problem,
		agents: people,
		shifts: [480, 540, 600, 720, 840].map((startMinute) => ({
			...problem.shifts[0]!,
			id: `from ${startMinute}`,
			startMinute
		})),
		demand: Array.from({ length: 7 * 24 }, (_, i) => ({
			...{ day: Math.floor(i / 24), fromMinute: 480 + (i % 24) * 30, skill: null },
			agents: 3 + ((i * 7) % 5) + 0.3
		}))
	};
	const found: RosterResult[] = [];
	const over = new Promise<string>((done) =>
		jobs.listen((job) => {
			if (job.message !== null && job.state === 'running') void jobs.cancel(SYSTEM, job.id);
			if (job.state !== 'running' && job.state !== 'queued') done(job.state);
		})
	);
	await jobs.start(SYSTEM, {
		...request('stopped', []),
		payload: { problem: hard, seconds: 600, seed: 1 },
		finish: (result) => Promise.resolve(void found.push(result as RosterResult))
	});
	expect(await over).toBe('done');
	const { assignments, objective, seconds, violations } = found[0]!;
	expect(seconds).toBeLessThan(100);
	expect(violations).toEqual([]);
	expect(validateRoster(hard, { assignments }).objective).toBeCloseTo(objective!);
	expect(assignments.length).toBeGreaterThan(40);
});

/** A record as a process leaves it that was killed. */
async function leave(createdBy: string, attempts = 1): Promise<string> {
	const id = crypto.randomUUID();
	await test.ctx.db.client.execute({
		sql: `INSERT INTO jobs (id, kind, state, progress, input, created_by, created_at, attempts) VALUES (?, 'roster', 'running', 0.4, '{"name":"left"}', ?, 1, ?)`,
		args: [id, createdBy, attempts]
	});
	return id;
}

it('Jobs.resume(): what a person asked for is taken up under its own id after a kill, and done', async () => {
	const id = await leave('user:planner');
	const finished: string[] = [];
	const next = await Jobs.open(test.ctx);
	const over = new Promise<void>((done) => next.listen(({ state }) => state === 'done' && done()));
	await next.resume(({ input }, starter) =>
		starter.start(actorWithRole('planner'), request((input as { name: string }).name, finished))
	);
	expect(await next.find(SYSTEM, id)).toMatchObject({ progress: 0, error: null });
	await over;
	await next.stop();
	expect(finished).toEqual(['left']);
	const rows = (await test.ctx.db.client.execute('SELECT id, state, attempts FROM jobs')).rows;
	expect(rows.map((row) => ({ ...row }))).toEqual([{ id, state: 'done', attempts: 2 }]);
	expect(await test.audited()).toEqual(['job.resume']);
});

it('Jobs.resume(): the system’s own, what was begun too often and what cannot be begun again end as failed, with the reason', async () => {
	const own = await leave(SYSTEM.id);
	const often = await leave('user:planner', 3);
	const gone = await leave('user:gone');
	const next = await Jobs.open(test.ctx);
	await next.resume(() => Promise.reject(new Error('The plan is gone.')));
	const errorOf = async (id: string) => {
		const { state, error } = (await next.find(SYSTEM, id))!;
		return `${state}: ${error}`;
	};
	expect(await errorOf(own)).toMatch(/^failed: The server stopped/);
	expect(await errorOf(often)).toMatch(/^failed: It was begun 3 times/);
	expect(await errorOf(gone)).toMatch(/^failed: .*The plan is gone/);
});

it('Jobs.again() asks for it anew on behalf of who asks now, who needs the right; cancelling is entered', async () => {
	const id = await leave('user:gone');
	await test.ctx.db.client.execute(`UPDATE jobs SET state = 'failed'`);
	const redo = (left: { createdBy: string }, starter: Pick<Jobs, 'start'>) =>
		starter.start({ ...actorWithRole('planner'), id: left.createdBy }, request('again', []));
	await expect(jobs.again(actorWithRole('agent'), id, redo)).rejects.toThrow('roster.compute');
	expect(await jobs.again(SYSTEM, 'none', redo)).toBeNull();
	const job = (await jobs.again(actorWithRole('planner'), id, redo))!;
	expect(job.id).not.toBe(id);
	expect(await jobs.cancel(actorWithRole('planner'), job.id)).toBe(true);
	expect(await test.audited()).toEqual(['job.start', 'job.cancel']);
});
