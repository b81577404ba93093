import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { parseProblem } from '#solver/rostering/index.ts';
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
