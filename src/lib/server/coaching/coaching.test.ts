import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { createRandom } from '#solver/numeric/random.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import {
	agents,
	agentStates,
	coachingEffects,
	coachingGoals,
	coachingSessions,
	contacts,
	messages,
	performanceDays,
	performanceFacts,
	queues,
	rosters,
	shifts,
	sites,
	visits
} from '../db/schema/index.ts';
import { Jobs } from '../jobs/index.ts';
import { readCatalogue, saveCatalogue } from './catalogue.ts';
import { dayBands } from './day-bands.ts';
import { gatherFacts } from './gather-facts.ts';
import { readAgentCoaching, readCoaching, readCoachingTrend } from './read-coaching.ts';
import { startCoaching, type CoachingPeriod } from './start-coaching.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 2 March 2026, 09:00 in Madrid. */
const MONDAY_9 = Date.UTC(2026, 2, 2, 8);
const supervisor = actorWithRole('supervisor');

let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: Jobs;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
	await orm.insert(queues).values(
		['easy', 'hard'].map((id) => ({
			id,
			siteId: 'main',
			name: id,
			channel: 'voice' as const,
			createdAt: 1
		}))
	);
	jobs = await Jobs.open(test.ctx);
});
afterEach(async () => {
	await jobs.stop();
	test.close();
});

const addAgents = (ids: string[]) =>
	test.ctx.db.orm.insert(agents).values(ids.map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));

interface Stay {
	agent: string;
	queue?: string;
	at: number;
	talk?: number;
	hold?: number;
	wrap?: number;
	customer?: string;
	intent?: string;
	csat?: number;
	moods?: number[];
	/** Goes to this agent afterwards. */
	then?: string;
}
let n = 0;
async function addStays(stays: Stay[]): Promise<string[]> {
	const { orm } = test.ctx.db;
	const ids = stays.map(() => `c${n++}`);
	const rows = stays.map((stay, i) => {
		const { talk = 100, hold = 0 } = stay;
		return { id: ids[i]!, ...stay, talk, hold, end: stay.at + (talk + hold) * 1000 };
	});
	for (let i = 0; i < rows.length; i += 500) {
		const some = rows.slice(i, i + 500);
		await orm.insert(contacts).values(
			some.map(({ id, queue = 'easy', agent, at, end, customer, intent, csat }) => ({
				id,
				source: 'test',
				channel: 'voice' as const,
				customer: customer ?? null,
				intent: intent ?? null,
				queueId: queue,
				agentId: agent,
				startedAt: at,
				endedAt: end,
				lastEventAt: end,
				csat: csat ?? null
			}))
		);
		const visit = ({ id, queue = 'easy', agent, at, end, talk, hold, wrap = 0 }: (typeof some)[number]) => ({
			contactId: id,
			ordinal: 0,
			queueId: queue,
			enteredAt: at,
			outcome: 'answered' as const,
			leftAt: at,
			agentId: agent,
			handledUntil: end,
			talkMs: talk * 1000,
			holdMs: hold * 1000,
			wrapMs: wrap * 1000
		});
		await orm
			.insert(visits)
			.values(
				some.flatMap((row) => [
					visit(row),
					...(row.then
						? [{ ...visit(row), ordinal: 1, agentId: row.then, enteredAt: row.end, leftAt: row.end }]
						: [])
				])
			);
		const turns = some.flatMap(({ id, at, moods = [] }) =>
			moods.map((score, ordinal) => ({
				contactId: id,
				ordinal,
				at: at + ordinal,
				party: 'customer' as const,
				text: 'x',
				score
			}))
		);
		if (turns.length > 0) await orm.insert(messages).values(turns);
	}
	return ids;
}

const period = () => ({ fromMs: MONDAY_9, toMs: MONDAY_9 + DAY, timeZone: 'Europe/Madrid' });

describe('gatherFacts()', () => {
	it('counts handling, holds, transfers, moods, surveys, and what came back within seven days', async () => {
		await addAgents(['ana', 'ben']);
		test.clock.at = MONDAY_9 + 20 * DAY;
		await addStays([
			{
				agent: 'ana',
				at: MONDAY_9,
				talk: 90,
				hold: 10,
				wrap: 20,
				customer: 'k1',
				intent: 'bill',
				csat: 5,
				moods: [-0.5, 0, 0.2, 0.7]
			},
			{ agent: 'ana', at: MONDAY_9 + 1000, customer: 'k2', intent: 'bill', csat: 2 },
			// Another reason: a re-contact, but the first one was resolved.
			{ agent: 'ben', at: MONDAY_9 + 2 * DAY, customer: 'k2', intent: 'move' },
			// The same reason, too late to count.
			{ agent: 'ben', at: MONDAY_9 + 9 * DAY, customer: 'k1', intent: 'bill' },
			{ agent: 'ana', at: MONDAY_9 + 2000, then: 'ben' }
		]);
		await gatherFacts(test.ctx, period());
		const rows = await test.ctx.db.orm.select().from(performanceFacts);
		const bill = rows.find(({ agentId, intent }) => agentId === 'ana' && intent === 'bill')!;
		expect(bill).toMatchObject({
			date: '2026-03-02',
			band: 'weekday-morning',
			handled: 2,
			holdable: 2,
			holds: 1,
			transfers: 0,
			fcrClosed: 2,
			fcrResolved: 2,
			recontactable: 2,
			recontacts: 1,
			surveys: 2,
			satisfied: 1,
			wrapped: 1,
			moods: 1,
			shifts: 1,
			holdSeconds: 10,
			acwSeconds: 20
		});
		expect(bill.moodAtStart).toBeCloseTo(-0.5);
		expect(bill.moodShift).toBeCloseTo(1.2);
		expect(bill.logHandle).toBeCloseTo(Math.log(120) + Math.log(100));
		const unknown = rows.filter(({ intent }) => intent === '');
		expect(unknown.map(({ agentId, transfers, fcrClosed }) => ({ agentId, transfers, fcrClosed }))).toEqual([
			{ agentId: 'ana', transfers: 1, fcrClosed: 0 },
			{ agentId: 'ben', transfers: 0, fcrClosed: 0 }
		]);
	});

	it('leaves open what seven days have not settled, and writes a day anew while it may change', async () => {
		await addAgents(['ana']);
		test.clock.at = MONDAY_9 + DAY;
		await addStays([{ agent: 'ana', at: MONDAY_9, customer: 'k1', intent: 'bill' }]);
		const read = async () => (await test.ctx.db.orm.select().from(performanceFacts))[0]!;
		await gatherFacts(test.ctx, period());
		expect(await read()).toMatchObject({ handled: 1, fcrClosed: 0, recontactable: 0 });
		test.clock.at = MONDAY_9 + 7.5 * DAY;
		await gatherFacts(test.ctx, period());
		expect(await read()).toMatchObject({ handled: 1, fcrClosed: 1, fcrResolved: 1 });
	});

	it('takes the place of what was drawn for a day of which the log tells, and of no other', async () => {
		await addAgents(['ana']);
		test.clock.at = MONDAY_9 + DAY;
		const { orm } = test.ctx.db;
		const drawn = { agentId: 'ana', queueId: 'easy', channel: 'voice', intent: '', band: 'weekday-morning' };
		await orm
			.insert(performanceFacts)
			.values(
				['2026-03-01', '2026-03-02'].map((date) => ({ ...drawn, date, origin: 'demo' as const, handled: 9 }))
			);
		await addStays([{ agent: 'ana', at: MONDAY_9 }]);
		await gatherFacts(test.ctx, { ...period(), fromMs: MONDAY_9 - 3 * DAY });
		const rows = await orm.select().from(performanceFacts);
		expect(rows.map(({ date, origin, handled }) => [date, origin, handled])).toEqual([
			['2026-03-01', 'demo', 9],
			['2026-03-02', 'log', 1]
		]);
	});

	it('takes adherence from published rosters and the states; without a word of an agent it is unknown', async () => {
		await addAgents(['ana', 'ben']);
		test.clock.at = MONDAY_9 + 2 * DAY;
		await addStays([{ agent: 'ana', at: MONDAY_9 }]);
		const { orm } = test.ctx.db;
		await orm.insert(rosters).values({
			id: 'r',
			name: 'R',
			status: 'published',
			fromAt: MONDAY_9,
			toAt: MONDAY_9 + DAY,
			timeZone: 'Europe/Madrid',
			problem: {},
			result: {},
			createdBy: 'x',
			createdAt: 1
		});
		await orm.insert(shifts).values(
			['ana', 'ben'].map((agentId) => ({
				id: agentId,
				rosterId: 'r',
				agentId,
				templateId: 't',
				startAt: MONDAY_9,
				endAt: MONDAY_9 + 8 * HOUR,
				breaks: [{ startAt: MONDAY_9 + 4 * HOUR, endAt: MONDAY_9 + 5 * HOUR, isPaid: false }]
			}))
		);
		await orm.insert(agentStates).values([
			{ agentId: 'ana', state: 'offline', fromAt: MONDAY_9 - 12 * HOUR, toAt: MONDAY_9 + HOUR / 2 },
			{ agentId: 'ana', state: 'available', fromAt: MONDAY_9 + HOUR / 2, toAt: MONDAY_9 + 4 * HOUR },
			{ agentId: 'ana', state: 'lunch', fromAt: MONDAY_9 + 4 * HOUR, toAt: MONDAY_9 + 5 * HOUR },
			{ agentId: 'ana', state: 'handling', fromAt: MONDAY_9 + 5 * HOUR, toAt: MONDAY_9 + 8 * HOUR }
		]);
		await gatherFacts(test.ctx, period());
		expect(await orm.select().from(performanceDays)).toMatchObject([
			{ agentId: 'ana', scheduledSeconds: 28_800, exceptionSeconds: 1_800 }
		]);
	});
});

describe('dayBands()', () => {
	it('cuts days whose clocks change at local hours', () => {
		const [day, ...rest] = dayBands(Date.UTC(2026, 2, 29, 10), Date.UTC(2026, 2, 29, 20), 'Europe/Madrid');
		expect(rest).toEqual([]);
		expect(day!.toMs - day!.fromMs).toBe(23 * HOUR);
		expect(day!.date).toBe('2026-03-29');
		expect(
			day!.bands.map(({ name, fromMs }) => [name, new Date(fromMs).toISOString().slice(11, 16)])
		).toEqual([
			['weekend-night', '23:00'],
			['weekend-morning', '05:00'],
			['weekend-noon', '09:00'],
			['weekend-afternoon', '13:00'],
			['weekend-evening', '17:00']
		]);
	});
});

async function compute(input: CoachingPeriod): Promise<JobUpdate> {
	const ended = new Promise<JobUpdate>((done) => {
		const off = jobs.listen((job) => {
			if (!['done', 'failed', 'cancelled'].includes(job.state)) return;
			off();
			done(job);
		});
	});
	await startCoaching(test.ctx, jobs, supervisor, input);
	return ended;
}

// A worker is started for each: slow on a busy machine.
describe('startCoaching()', { timeout: 90_000 }, () => {
	const people = Array.from({ length: 12 }, (_, i) => `a${i}`);

	/** Twelve agents on an easy and a hard queue for two weeks; a3 needs half as long again, and holds often. */
	async function twoWeeks(): Promise<void> {
		await addAgents(people);
		test.clock.at = MONDAY_9 + 14 * DAY;
		const random = createRandom(3);
		await addStays(
			people.flatMap((agent, a) =>
				Array.from({ length: 14 * 12 }, (_, i): Stay => {
					const queue = (a + i) % 3 === 0 ? 'hard' : 'easy';
					const slow = agent === 'a3' ? 1.5 : 1;
					return {
						agent,
						queue,
						at: MONDAY_9 + Math.floor(i / 12) * DAY + (i % 12) * 1_500_000,
						talk: Math.round((queue === 'hard' ? 400 : 200) * slow * Math.exp(0.4 * random.normal())) + 1,
						hold: random.uniform() < (agent === 'a3' ? 0.5 : 0.1) ? 30 : 0,
						wrap: Math.round(40 * Math.exp(0.3 * random.normal())) + 1
					};
				})
			)
		);
	}

	it('finds the one who is slow, with evidence, and nobody else', async () => {
		await twoWeeks();
		const job = await compute({ days: 15 });
		expect({ state: job.state, error: job.error }).toEqual({ state: 'done', error: null });
		const view = (await readCoaching(test.ctx, supervisor))!;
		expect(view.run).toMatchObject({ toDate: '2026-03-16', computedBy: supervisor.id });
		expect([...new Set(view.findings.map(({ agentId }) => agentId))]).toEqual(['a3']);
		const [finding] = view.findings;
		expect(finding!.gaps).toContain('aht');
		expect(finding!.recommendations.length).toBeGreaterThan(0);
		expect(finding!.evidence.filter(({ role }) => role === 'shows-it').map(({ agentId }) => agentId)).toEqual(
			Array(4).fill('a3')
		);
		const aht = view.estimates.find(({ agentId, metric }) => agentId === 'a3' && metric === 'aht')!;
		expect(aht.verdict).toBe('gap');
		expect(aht.reached / aht.expected).toBeGreaterThan(1.3);
		expect(view.estimates.filter(({ metric }) => metric === 'aht')).toHaveLength(12);
		// Nothing tells of surveys: no figure rather than zero.
		expect(view.estimates.some(({ metric }) => metric === 'csat')).toBe(false);
		expect(await test.audited()).toContain('coaching.compute');
	});

	it('shows agents their own alone, and refuses everything else', async () => {
		await twoWeeks();
		await compute({ days: 15 });
		const own = { ...actorWithRole('agent'), agentId: 'a3' };
		const view = (await readAgentCoaching(test.ctx, own, 'a3'))!;
		expect(view.findings.length).toBeGreaterThan(0);
		expect(new Set(view.estimates.map(({ agentId }) => agentId))).toEqual(new Set(['a3']));
		for (const finding of view.findings) {
			expect(finding.agentId).toBe('a3');
			expect(finding.mentors).toEqual([]);
			expect(finding.evidence.every(({ agentId }) => agentId === 'a3')).toBe(true);
		}
		expect(await readCoachingTrend(test.ctx, own, 'a3')).toHaveLength(1);
		const { ctx } = test;
		await expect(readAgentCoaching(ctx, own, 'a4')).rejects.toThrow(ForbiddenError);
		await expect(readCoachingTrend(ctx, own, 'a4')).rejects.toThrow(ForbiddenError);
		await expect(readAgentCoaching(ctx, actorWithRole('agent'), 'a3')).rejects.toThrow(ForbiddenError);
		await expect(readCoaching(ctx, own)).rejects.toThrow(ForbiddenError);
		await expect(startCoaching(ctx, jobs, own)).rejects.toThrow(ForbiddenError);
		for (const refused of [actorWithRole('planner'), { ...own, rights: [] }]) {
			await expect(readCoaching(ctx, refused)).rejects.toThrow(ForbiddenError);
			await expect(readAgentCoaching(ctx, refused, 'a3')).rejects.toThrow(ForbiddenError);
			await expect(readCoachingTrend(ctx, refused, 'a3')).rejects.toThrow(ForbiddenError);
			await expect(startCoaching(ctx, jobs, refused)).rejects.toThrow(ForbiddenError);
		}
		expect(await jobs.find(own, (await jobs.list(supervisor, 'coaching'))[0]!.id)).toBeNull();
	});

	it('measures sessions that were held, judges their goals, and recommends from the centre’s own catalogue', async () => {
		await twoWeeks();
		const { orm } = test.ctx.db;
		const heldAt = MONDAY_9 + 6 * DAY;
		await orm.insert(coachingSessions).values({
			id: 's',
			agentId: 'a3',
			coachId: null,
			cause: 'knowledge',
			moduleId: 'search-drill',
			metrics: ['aht', 'csat'],
			mainCase: null,
			expected: [],
			evidence: [],
			state: 'held',
			startAt: heldAt,
			endAt: heldAt + HOUR,
			heldAt,
			createdBy: 'x',
			createdAt: 1,
			changedAt: 1
		});
		await orm.insert(coachingGoals).values({
			id: 'g',
			sessionId: 's',
			metric: 'aht',
			from: 400,
			target: 30,
			byDate: '2026-03-10',
			changedAt: 1
		});
		const { catalogue } = await readCatalogue(test.ctx);
		const modules = catalogue.modules.map((module) => ({ ...module, id: `our-${module.id}` }));
		await saveCatalogue(test.ctx, supervisor, { catalogue: { ...catalogue, modules }, version: 0 });
		await compute({ days: 15 });
		// Nothing tells of surveys: of that number there is no answer.
		const effects = await orm.select().from(coachingEffects);
		expect(effects.map(({ sessionId, metric }) => [sessionId, metric])).toEqual([['s', 'aht']]);
		const [goal] = await orm.select().from(coachingGoals);
		expect(goal).toMatchObject({ state: 'lapsed' });
		expect(goal!.current).toBeGreaterThan(100);
		expect(goal!.probability).toBeLessThan(0.01);
		const { findings } = (await readCoaching(test.ctx, supervisor))!;
		const named = findings.flatMap(({ recommendations }) =>
			(recommendations as { module: string }[]).map(({ module }) => module)
		);
		expect(named.length).toBeGreaterThan(0);
		expect(named.every((id) => id.startsWith('our-'))).toBe(true);
	});

	it('refuses a period that is none, and computes of nothing that there is nothing', async () => {
		await expect(compute({ days: 0 })).rejects.toThrow(InvalidInputError);
		expect(await readCoaching(test.ctx, supervisor)).toBeNull();
		expect((await compute({ days: 7 })).state).toBe('done');
		expect(await readCoaching(test.ctx, supervisor)).toMatchObject({ estimates: [], findings: [] });
	});
});
