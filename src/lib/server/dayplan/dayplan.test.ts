import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { applyChanges } from '#solver/adherence/index.ts';
import { solveDay } from '#solver/rostering/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import {
	agents,
	agentSkills,
	contracts,
	forecasts,
	notices,
	queues,
	rosters,
	shifts,
	sites,
	skills,
	staffingIntervals,
	staffingPlans,
	users,
	type ShiftPart
} from '../db/schema/index.ts';
import type { JobRequest, Jobs } from '../jobs/index.ts';
import { changeMinimumStaff } from '../minimum-staff/index.ts';
import { listChanges, listScheduled, recordChange, type ScheduledShift } from '../rosters/index.ts';
import {
	applyProposal,
	readProposal,
	startDayPlan,
	undoProposal,
	type DayInput,
	type DayProposal,
	type DayWork
} from './index.ts';

const HOUR = 3_600_000;
/** Tuesday, nine o'clock; shifts from eight to four. */
const START = Date.UTC(2026, 5, 2, 8);
const END = START + 8 * HOUR;
const NOW = START + HOUR;
const supervisor = actorWithRole('supervisor');
const floor = { nowMs: NOW, timeZone: 'UTC', signedOff: [] as string[] };
let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;

/** Runs the search where it stands, until it has been asked often enough whether to stop. */
function jobsHere(): Jobs {
	const known: JobUpdate[] = [];
	const here = {
		async start(_: unknown, { kind, payload, finish }: JobRequest) {
			const { problem, mostTouched } = payload as DayWork;
			const result = solveDay(problem, { seconds: 1e6, mostTouched, now: () => 0, maxPolls: 60 });
			const job = {
				...{ id: `job-${known.length}`, kind, progress: 1, message: null, error: null },
				state: 'done' as const,
				result: await finish(result)
			};
			known.unshift(job);
			return job;
		},
		find: (_: unknown, id: string) => Promise.resolve(known.find((job) => job.id === id) ?? null),
		list: () => Promise.resolve(known)
	};
	return here as unknown as Jobs;
}

beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = NOW;
	jobs = jobsHere();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 0 });
	await orm.insert(skills).values({ id: 'calls', name: 'Calls' });
	await orm.insert(contracts).values({
		...{ id: 'c', name: 'C', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
		...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 }
	});
	const names = ['ana', 'ben', 'cai', 'dee'];
	await orm
		.insert(agents)
		.values(names.map((id) => ({ id, siteId: 'main', contractId: 'c', name: id, createdAt: 0 })));
	await orm.insert(agentSkills).values(names.map((agentId) => ({ agentId, skillId: 'calls' })));
	const at = new Date(0);
	await orm.insert(users).values({
		...{ id: 'u', name: 'Ana', email: 'ana@x.example', role: 'agent', agentId: 'ana' },
		...{ createdAt: at, updatedAt: at }
	});
	await orm.insert(queues).values({
		...{ id: 'billing', siteId: 'main', name: 'Billing', channel: 'voice', skillId: 'calls', createdAt: 0 }
	});
	const span = { fromAt: START, toAt: END, timeZone: 'UTC', createdBy: 'x', createdAt: 0 };
	await orm.insert(forecasts).values({ id: 'f', name: 'F', intervalSeconds: 1800, detail: {}, ...span });
	await orm.insert(staffingPlans).values({
		...{ id: 'p', name: 'P', forecastId: 'f', intervalSeconds: 1800, createdBy: 'x', createdAt: 0 },
		parameters: { billing: { shrinkage: 0 } }
	});
	// Three are needed all day, and until five.
	await orm.insert(staffingIntervals).values(
		Array.from({ length: 18 }, (_, i) => ({
			...{ planId: 'p', queueId: 'billing', agents: 3, agentsWithShrinkage: 3 },
			startAt: START + (i * HOUR) / 2
		}))
	);
	await orm
		.insert(rosters)
		.values({ id: 'r', name: 'R', status: 'published', problem: {}, result: {}, ...span });
	const part = (hours: number, length: number, kind: 'lunch' | 'training') => ({
		startAt: START + hours * HOUR,
		endAt: START + (hours + length) * HOUR,
		isPaid: kind === 'training',
		kind
	});
	await orm.insert(shifts).values(
		['ana', 'ben', 'cai'].map((agentId) => ({
			...{ id: agentId, rosterId: 'r', agentId, templateId: 't', startAt: START, endAt: END },
			// Ben and Cai eat together, and Cai is trained after that.
			breaks: [part(4, 0.5, 'lunch'), ...(agentId === 'cai' ? [part(5, 1, 'training')] : [])]
		}))
	);
});
afterEach(() => test.close());

async function propose(input: DayInput = {}, signedOff: string[] = []): Promise<DayProposal> {
	const job = await startDayPlan(test.ctx, jobs, supervisor, input, { ...floor, signedOff });
	return job.result as DayProposal;
}
const scheduled = (id: string) =>
	listScheduled(test.ctx, supervisor, { fromMs: START, toMs: END + 8 * HOUR }).then((all) => all[id] ?? []);

describe('startDayPlan()', () => {
	it('offers ever better cover for ever more people, each kept within the rules', async () => {
		const { choices, day, missing, leftAlone } = await propose();
		expect({ day, missing, leftAlone }).toEqual({ day: '2026-06-02', missing: [], leftAlone: [] });
		expect(choices[0]).toMatchObject({ touched: 0, people: [] });
		// Lunches, the training, and the hour after four o'clock.
		expect(choices[0]!.shortHours).toBeCloseTo(1.5 + 1 + 3, 6);
		for (const [i, choice] of choices.entries()) {
			expect(choice.people).toHaveLength(choice.touched);
			if (i > 0) expect(choice.shortHours).toBeLessThan(choices[i - 1]!.shortHours);
			for (const { rules, moves, savesHours } of choice.people) {
				expect(savesHours).toBeGreaterThan(0);
				expect(moves.length).toBeGreaterThan(0);
				expect(rules.dayHours).toBeLessThanOrEqual(rules.maxDayHours);
				expect(moves.every(({ fromAt }) => fromAt >= NOW)).toBe(true);
			}
		}
		// Dee is off, and can come for four hours at most in which somebody is missing.
		const kinds = new Set(
			choices.flatMap(({ people }) => people.flatMap(({ moves }) => moves.map((m) => m.kind)))
		);
		expect(kinds).toContain('extended');
		expect(choices.at(-1)!.shortHours).toBeLessThan(2);
	});

	it('says that nothing helps where nothing may be changed', async () => {
		const { choices, asked } = await propose({
			...{ moveBreaks: false, moveActivities: false, extendMinutes: 0, callIn: false }
		});
		expect(choices).toHaveLength(1);
		expect(asked).toBe(0);
	});

	it('proposes nothing that leaves fewer at work than must be there', async () => {
		/** The fewest at work on a part of the day, were a choice taken. */
		const fewest = async ({ people }: DayProposal['choices'][number], fromAt: number, toAt: number) => {
			const shifts = (
				await Promise.all(
					['ana', 'ben', 'cai', 'dee'].map(async (id) =>
						applyChanges<ShiftPart, ScheduledShift>(
							await scheduled(id),
							people.find(({ agentId }) => agentId === id)?.moves ?? []
						)
					)
				)
			).flat();
			const isIn = (at: number) => (span: { startAt: number; endAt: number }) =>
				span.startAt <= at && at < span.endAt;
			const counts = [];
			for (let at = fromAt; at < toAt; at += 5 * 60_000)
				counts.push(shifts.filter((one) => isIn(at)(one) && !one.breaks.some(isIn(at))).length);
			return Math.min(...counts);
		};
		/** Of the half hour after lunch, in which all three are there by the roster. */
		const fewestOf = async ({ choices }: DayProposal) =>
			Promise.all(choices.map((choice) => fewest(choice, START + 4.5 * HOUR, START + 5 * HOUR)));
		const alone = { callIn: false };
		// Somebody goes to lunch later.
		expect(Math.min(...(await fewestOf(await propose(alone))))).toBe(2);
		await changeMinimumStaff(test.ctx, actorWithRole('planner'), {
			put: [{ agents: 3, weekdays: [1], fromMinute: 750, toMinute: 780 }]
		});
		const kept = await propose(alone);
		expect(new Set(await fewestOf(kept))).toEqual(new Set([3]));
		expect(kept.choices.length).toBeGreaterThan(1);
	});

	it('does not count on who is signed off, nor calls in who is absent', async () => {
		await recordChange(test.ctx, supervisor, {
			...{ agentId: 'ana', kind: 'absent', fromAt: START, toAt: END, reason: 'ill' }
		});
		const { choices, missing } = await propose({}, ['ben']);
		expect(missing).toEqual([{ agentId: 'ben', name: 'ben' }]);
		const touched = choices.flatMap(({ people }) => people.map(({ agentId }) => agentId));
		expect(touched).toContain('dee');
		expect(touched).not.toContain('ana');
		expect(touched).not.toContain('ben');
	});

	it('is refused without the right, a plan, or anybody needed', async () => {
		const start = (actor = supervisor, nowMs = NOW) =>
			startDayPlan(test.ctx, jobs, actor, {}, { ...floor, nowMs });
		await expect(start(actorWithRole('agent'))).rejects.toThrow('day.replan');
		await expect(start(supervisor, NOW + 48 * HOUR)).rejects.toThrow('no staffing plan covers 2026-06-04');
		await expect(start(supervisor, END + 2 * HOUR)).rejects.toThrow('nobody is needed any more');
	});
});

describe('applyProposal()', () => {
	it('changes the schedules of those touched through audited changes, and takes them back', async () => {
		const { choices } = await propose();
		const { touched, people } = choices.at(-1)!;
		const { id } = (await readProposal(test.ctx, jobs, supervisor, floor))!;
		const input = { id, touched, reason: 'short in the afternoon' };
		const one = people[0]!.agentId;
		const first = await applyProposal(test.ctx, jobs, supervisor, { ...input, agentIds: [one] }, floor);
		expect(first).toEqual({ agentIds: [one], stale: [] });
		expect((await readProposal(test.ctx, jobs, supervisor, floor))!.applied).toEqual([one]);
		// The rest; whose part is in force is not as it was.
		const rest = await applyProposal(test.ctx, jobs, supervisor, input, floor);
		expect(rest.stale.map(({ agentId }) => agentId)).toEqual([one]);
		expect(rest.agentIds).toHaveLength(touched - 1);
		for (const { agentId, moves } of people) {
			const own = await scheduled(agentId);
			for (const { kind, toAt, movedTo } of moves) {
				if (kind === 'extended' || kind === 'called') expect(own.at(-1)!.endAt).toBe(toAt);
				if (kind === 'moved') expect(own[0]!.breaks.map(({ startAt }) => startAt)).toContain(movedTo);
			}
		}
		expect(new Set(await test.audited())).toEqual(new Set(['schedule.change']));
		// Ana has an account; she is told once of what was done, and once of its end.
		const told = () => test.ctx.db.orm.select().from(notices);
		expect(await told()).toMatchObject([{ userId: 'u', kind: 'schedule.changed', href: '/me' }]);
		const back = await undoProposal(test.ctx, supervisor, { id, agentIds: null }, floor);
		expect(back).toHaveLength(touched);
		expect(await told()).toHaveLength(2);
		expect(await scheduled('ana')).toMatchObject([{ startAt: START, endAt: END }]);
		expect(await scheduled('dee')).toEqual([]);
		expect(await listChanges(test.ctx, supervisor, { fromMs: START, toMs: END })).toEqual([]);
	});

	it('refuses a part that takes somebody away whose place another part fills', async () => {
		// Dee comes for the midday, and Ana's lunch moves into it.
		await changeMinimumStaff(test.ctx, actorWithRole('planner'), {
			put: [{ agents: 3, weekdays: [1], fromMinute: 480, toMinute: 720 }]
		});
		const { choices } = await propose();
		const choice = choices.find(
			({ people }) =>
				people.some(({ agentId }) => agentId === 'dee') &&
				people.some(({ moves }) =>
					moves.some(({ movedTo }) => movedTo !== null && movedTo < START + 4 * HOUR)
				)
		)!;
		const mover = choice.people.find(({ moves }) =>
			moves.some(({ movedTo }) => movedTo !== null && movedTo < START + 4 * HOUR)
		)!;
		const input = { id: 'job-0', touched: choice.touched, reason: 'short' };
		const apply = (agentIds: string[] | null) =>
			applyProposal(test.ctx, jobs, supervisor, { ...input, agentIds }, floor);
		await expect(apply([mover.agentId])).rejects.toThrow('fewer at work than the minimum staff');
		expect(await test.audited()).toEqual(['minimum-staff.change']);
		expect(await apply(null)).toMatchObject({ stale: [] });
	});

	it('leaves out whose day has changed since, and what is past', async () => {
		const { choices } = await propose();
		const { touched, people } = choices.at(-1)!;
		const ana = people.find(({ agentId }) => agentId !== 'dee')!.agentId;
		await recordChange(test.ctx, supervisor, {
			...{ agentId: ana, kind: 'leaves', fromAt: END - HOUR, toAt: END, reason: 'dentist' }
		});
		const input = { id: 'job-0', touched, reason: 'short' };
		const done = await applyProposal(test.ctx, jobs, supervisor, input, floor);
		expect(done.stale.map(({ agentId }) => agentId)).toEqual([ana]);
		const late = { ...floor, nowMs: END + 4 * HOUR };
		expect((await applyProposal(test.ctx, jobs, supervisor, input, late)).agentIds).toEqual([]);
	});

	it('is refused without the right, or for what it does not have', async () => {
		await propose();
		const apply = (input: object, actor = supervisor) =>
			applyProposal(test.ctx, jobs, actor, { id: 'job-0', touched: 1, reason: 'x', ...input }, floor);
		await expect(apply({}, actorWithRole('agent'))).rejects.toThrow('day.replan');
		await expect(apply({ id: 'job-9' })).rejects.toThrow('there is no proposal "job-9"');
		await expect(apply({ touched: 40 })).rejects.toThrow('no choice that touches 40 people');
		await expect(apply({ agentIds: ['zoe'] })).rejects.toThrow('load the page again');
		await expect(
			undoProposal(test.ctx, actorWithRole('agent'), { id: 'job-0', agentIds: null }, floor)
		).rejects.toThrow('day.replan');
	});
});
