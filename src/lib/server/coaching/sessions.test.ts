import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEED_CATALOGUE } from '#solver/coaching/index.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import {
	agents,
	coachingEffects,
	coachingEstimates,
	coachingEvidence,
	coachingFindings,
	coachingGoals,
	coachingRuns,
	coachingSessions,
	forecasts,
	notices,
	queues,
	rosters,
	shifts,
	sites,
	staffingIntervals,
	staffingPlans,
	users
} from '../db/schema/index.ts';
import { cancelSession, undoCancel } from './cancel-session.ts';
import { readLearnedCatalogue, readCatalogue, saveCatalogue } from './catalogue.ts';
import { findSlots } from './find-slots.ts';
import { holdSession, undoHold } from './hold-session.ts';
import { listCoaches } from './list-coaches.ts';
import { listReserved, listSessions, readSession } from './list-sessions.ts';
import { moveSession } from './move-session.ts';
import { planSession, type SessionPlan } from './plan-session.ts';
import { readAgentDesk } from './read-agent-desk.ts';
import { readTeam } from './read-team.ts';
import { storeMeasured } from './store-measured.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 2 March 2026, midnight UTC. */
const MONDAY = Date.UTC(2026, 2, 2);
const supervisor: Actor = { ...actorWithRole('supervisor'), id: 'user:coach' };
const own: Actor = { ...actorWithRole('agent'), id: 'user:ana', agentId: 'ana' };
const other: Actor = { ...actorWithRole('agent'), id: 'user:ben', agentId: 'ben' };

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = MONDAY + 8 * HOUR;
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 1 });
	await orm
		.insert(queues)
		.values({ id: 'q', siteId: 'main', name: 'Q', channel: 'voice' as const, createdAt: 1 });
	await orm
		.insert(agents)
		.values(['ana', 'ben', 'cat'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
	await orm.insert(users).values(
		[
			{ id: 'coach', role: 'supervisor' as const, agentId: null },
			{ id: 'coach-2', role: 'admin' as const, agentId: null },
			{ id: 'ana', role: 'agent' as const, agentId: 'ana' }
		].map((user) => ({
			...user,
			name: user.id,
			email: `${user.id}@x.test`,
			createdAt: new Date(0),
			updatedAt: new Date(0)
		}))
	);
});
afterEach(() => test.close());

const plan = (more: Partial<SessionPlan> = {}): SessionPlan => ({
	agentId: 'ana',
	cause: 'knowledge',
	moduleId: 'search-drill',
	metrics: ['aht', 'hold'],
	startAt: MONDAY + 10 * HOUR,
	endAt: MONDAY + 10.5 * HOUR,
	...more
});
async function planned(more: Partial<SessionPlan> = {}): Promise<string> {
	const made = await planSession(test.ctx, supervisor, plan(more));
	if (made.kind !== 'ok') throw new Error(`Planning for a test: ${made.reason}.`);
	return made.session.id;
}

/** A published roster of Monday: ana 9–17 with lunch at 12, ben 9–17, cat off; so many are required from 9 to 17. */
async function rosterOfMonday(required: number | null): Promise<void> {
	const { orm } = test.ctx.db;
	const span = { fromAt: MONDAY, toAt: MONDAY + DAY, timeZone: 'UTC', createdBy: 'x', createdAt: 1 };
	if (required !== null) {
		await orm.insert(forecasts).values({ id: 'f', name: 'F', intervalSeconds: 3600, detail: {}, ...span });
		await orm.insert(staffingPlans).values({
			id: 'p',
			name: 'P',
			forecastId: 'f',
			intervalSeconds: 3600,
			parameters: { q: { shrinkage: 0 } },
			createdBy: 'x',
			createdAt: 1
		});
		await orm.insert(staffingIntervals).values(
			Array.from({ length: 8 }, (_, i) => ({
				planId: 'p',
				queueId: 'q',
				startAt: MONDAY + (9 + i) * HOUR,
				// From 14 on one less is needed.
				agents: i < 5 ? required : required - 1,
				agentsWithShrinkage: required
			}))
		);
	}
	await orm.insert(rosters).values({
		id: 'r',
		name: 'R',
		status: 'published',
		planId: required === null ? null : 'p',
		problem: {},
		result: {},
		...span
	});
	await orm.insert(shifts).values(
		['ana', 'ben'].map((agentId) => ({
			id: agentId,
			rosterId: 'r',
			agentId,
			templateId: 't',
			startAt: MONDAY + 9 * HOUR,
			endAt: MONDAY + 17 * HOUR,
			breaks:
				agentId === 'ana' ? [{ startAt: MONDAY + 12 * HOUR, endAt: MONDAY + 13 * HOUR, isPaid: false }] : []
		}))
	);
}

/** A run that found something in ana, and a strength in ben. */
async function runWithFinding(): Promise<void> {
	const { orm } = test.ctx.db;
	await orm.insert(coachingRuns).values({
		id: 'run',
		fromDate: '2026-01-05',
		toDate: '2026-03-01',
		metrics: [{ metric: 'aht', spread: 0.2, material: 0.1, agents: 3 }],
		computedBy: 'x',
		computedAt: 1
	});
	const figures = { observations: 400, days: 30, expected: 250, sd: 0.04, gapProbability: 0.99, gapP: 0.001 };
	await orm.insert(coachingEstimates).values([
		{
			...figures,
			runId: 'run',
			agentId: 'ana',
			metric: 'aht',
			verdict: 'gap',
			reached: 320,
			estimate: -0.2,
			sds: -1
		},
		{
			...figures,
			runId: 'run',
			agentId: 'ben',
			metric: 'aht',
			verdict: 'strength',
			reached: 200,
			estimate: 0.2,
			sds: 1
		},
		{
			...figures,
			runId: 'run',
			agentId: 'cat',
			metric: 'aht',
			verdict: 'thin',
			reached: 250,
			estimate: 0,
			sds: 0
		}
	]);
	const effect = {
		metric: 'aht',
		now: 320,
		then: 290,
		thenLow: 250,
		thenHigh: 330,
		sds: 0.3,
		probabilityHelps: 0.8,
		uses: 0
	};
	await orm.insert(coachingFindings).values({
		id: 'finding',
		runId: 'run',
		agentId: 'ana',
		cause: 'knowledge',
		probability: 0.99,
		priority: 3,
		gaps: ['aht'],
		support: [],
		mainCase: { queue: 'q', channel: 'voice', intent: '' },
		recommendations: [
			{ module: 'search-drill', effects: [effect], minutesPerWeek: 12, effortMinutes: 55, priority: 3 }
		],
		mentors: [{ agentId: 'ben', metric: 'aht', commonWork: 0.9 }]
	});
	await orm.insert(coachingEvidence).values(
		[
			{ contactId: 'c1', agentId: 'ana', role: 'shows-it' as const },
			{ contactId: 'c2', agentId: 'ben', role: 'good-peer' as const }
		].map((row, ordinal) => ({ ...row, findingId: 'finding', ordinal, score: -1, values: { aht: 6 } }))
	);
}

describe('findSlots()', () => {
	const question = { agentId: 'ana', coachId: 'coach', minutes: 60, fromDate: '2026-03-02', days: 1 };

	it('offers what the roster and the requirement leave: on shift, no break, a person to spare', async () => {
		// Two work and two are needed until 14:00, one from then on.
		await rosterOfMonday(2);
		const found = await findSlots(test.ctx, supervisor, question);
		expect(found).toMatchObject({ isRosterKnown: true, isRequirementKnown: true });
		expect(found.slots.map(({ startAt, margin }) => [(startAt - MONDAY) / HOUR, margin])).toEqual([
			[14, 1],
			[16, 1]
		]);
		// Somebody else's session takes the one to spare.
		await planned({
			agentId: 'ben',
			coachId: 'coach-2',
			startAt: MONDAY + 14 * HOUR,
			endAt: MONDAY + 15 * HOUR
		});
		const later = await findSlots(test.ctx, supervisor, question);
		expect(later.slots.map(({ startAt }) => (startAt - MONDAY) / HOUR)).toEqual([15]);
	});

	it('says that no requirement is known, and keeps clear of breaks and of both people’s sessions', async () => {
		await rosterOfMonday(null);
		await planned({ agentId: 'cat', startAt: MONDAY + 8.5 * HOUR, endAt: MONDAY + 9 * HOUR }).catch(
			() => null
		);
		await planned({ agentId: 'ben', startAt: MONDAY + 9 * HOUR, endAt: MONDAY + 10 * HOUR });
		const found = await findSlots(test.ctx, supervisor, question);
		expect(found).toMatchObject({ isRosterKnown: true, isRequirementKnown: false });
		expect(found.slots.map(({ startAt, margin }) => [(startAt - MONDAY) / HOUR, margin])).toEqual([
			[10, null],
			[13, null],
			[15, null]
		]);
	});

	it('offers opening hours where no roster is published, from now on', async () => {
		const found = await findSlots(test.ctx, supervisor, { ...question, days: 2 });
		expect(found).toMatchObject({ isRosterKnown: false, isRequirementKnown: false });
		expect(found.slots).toHaveLength(6);
		expect(found.slots[0]).toMatchObject({
			startAt: MONDAY + 9 * HOUR,
			basis: 'opening-hours',
			margin: null
		});
	});
});

describe('planSession()', () => {
	it('copies what it stands on, tells the agent, and leaves an audit', async () => {
		await runWithFinding();
		const id = await planned();
		const session = (await readSession(test.ctx, supervisor, id))!;
		expect(session).toMatchObject({
			state: 'planned',
			coachName: 'coach',
			agentName: 'ana',
			mainCase: { queue: 'q' }
		});
		expect(session.evidence.map(({ contactId }) => contactId)).toEqual(['c1', 'c2']);
		expect(session.expected[0]).toMatchObject({ metric: 'aht', then: 290 });
		expect(await test.ctx.db.orm.select().from(notices)).toMatchObject([
			{ userId: 'ana', kind: 'session.planned', href: `/coaching/sessions/${id}` }
		]);
		expect(await test.audited()).toEqual(['coaching.session.plan']);
	});

	it('refuses times that will not do, each with its reason', async () => {
		await rosterOfMonday(2);
		const reason = async (more: Partial<SessionPlan>) => {
			const made = await planSession(test.ctx, supervisor, plan(more));
			return made.kind === 'refused' ? made.reason : 'ok';
		};
		const at = (hour: number) => ({ startAt: MONDAY + hour * HOUR, endAt: MONDAY + (hour + 0.5) * HOUR });
		expect(await reason(at(7))).toBe('past');
		expect(await reason(at(10))).toBe('coverage');
		expect(await reason(at(12.25))).toBe('on-break');
		expect(await reason(at(18))).toBe('not-on-shift');
		expect(await reason({ ...at(15), agentId: 'cat' })).toBe('not-on-shift');
		expect(await reason(at(15))).toBe('ok');
		expect(await reason({ ...at(15.25), coachId: 'coach-2' })).toBe('agent-busy');
		expect(await reason({ ...at(15.25), agentId: 'ben' })).toBe('coach-busy');
		// Nobody is to spare while the first session lasts.
		expect(await reason({ ...at(15.25), agentId: 'ben', coachId: 'coach-2' })).toBe('coverage');
	});

	it('gives one of two the time when both plan at the same moment', async () => {
		const made = await Promise.all(
			['coach', 'coach-2'].map((coachId) => planSession(test.ctx, supervisor, plan({ coachId })))
		);
		expect(made.map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);
		expect(await test.ctx.db.orm.select().from(coachingSessions)).toHaveLength(1);
		expect(await test.audited()).toEqual(['coaching.session.plan']);
	});

	it('refuses input that names nobody, no coach, or no module of the catalogue', async () => {
		for (const more of [
			{ agentId: 'nobody' },
			{ coachId: 'ana' },
			{ moduleId: 'no-such' },
			{ endAt: MONDAY },
			{ metrics: [] }
		])
			await expect(planSession(test.ctx, supervisor, plan(more))).rejects.toThrow(InvalidInputError);
	});
});

describe('a session’s way', () => {
	it('is moved, cancelled, brought back, held, and taken back', async () => {
		await runWithFinding();
		const id = await planned();
		const state = async () => (await readSession(test.ctx, supervisor, id))!.state;
		const to = { startAt: MONDAY + 11 * HOUR, endAt: MONDAY + 12 * HOUR };
		expect(await moveSession(test.ctx, supervisor, id, to)).toEqual({ kind: 'ok' });
		expect(await cancelSession(test.ctx, supervisor, id)).toBe(true);
		expect(await state()).toBe('cancelled');
		expect(await cancelSession(test.ctx, supervisor, id)).toBe(false);
		expect(await moveSession(test.ctx, supervisor, id, to)).toEqual({
			kind: 'refused',
			reason: 'not-planned'
		});
		expect(await undoCancel(test.ctx, supervisor, id)).toBe(true);
		expect(await state()).toBe('planned');
		const held = {
			notes: 'We listened to two calls.',
			goals: [{ metric: 'aht' as const, target: 280, byDate: '2026-04-01' }]
		};
		expect(await holdSession(test.ctx, supervisor, id, held)).toEqual({ kind: 'ok' });
		const session = (await readSession(test.ctx, own, id))!;
		expect(session).toMatchObject({ state: 'held', notes: 'We listened to two calls.' });
		expect(session.goals).toMatchObject([
			{ metric: 'aht', from: 320, target: 280, state: 'open', current: null }
		]);
		expect(await holdSession(test.ctx, supervisor, id, held)).toMatchObject({ reason: 'not-planned' });
		expect(await undoHold(test.ctx, supervisor, id)).toBe(true);
		expect(await test.ctx.db.orm.select().from(coachingGoals)).toEqual([]);
		expect(await test.audited()).toEqual(
			['plan', 'move', 'cancel', 'uncancel', 'hold', 'unhold'].map((verb) => `coaching.session.${verb}`)
		);
	});

	it('refuses goals that can’t be judged or ask for nothing', async () => {
		await runWithFinding();
		const id = await planned();
		const hold = (goal: { metric: 'aht' | 'csat'; target: number; byDate: string }) =>
			holdSession(test.ctx, supervisor, id, { notes: 'x', goals: [goal] });
		expect(await hold({ metric: 'csat', target: 0.9, byDate: '2026-04-01' })).toMatchObject({
			reason: 'unmeasured'
		});
		expect(await hold({ metric: 'aht', target: 330, byDate: '2026-04-01' })).toMatchObject({
			reason: 'no-better'
		});
		expect(await hold({ metric: 'aht', target: 280, byDate: '2026-03-01' })).toMatchObject({
			reason: 'day-past'
		});
		expect((await readSession(test.ctx, supervisor, id))!.state).toBe('planned');
	});

	it('is missed a day after it should have been, and can be written up or moved still', async () => {
		const id = await planned();
		test.clock.at = MONDAY + 2 * DAY;
		expect((await readSession(test.ctx, supervisor, id))!.state).toBe('missed');
		expect(await listSessions(test.ctx, supervisor, { states: ['planned'] })).toEqual([]);
		const to = { startAt: MONDAY + 3 * DAY, endAt: MONDAY + 3 * DAY + HOUR };
		expect(await moveSession(test.ctx, supervisor, id, to)).toEqual({ kind: 'ok' });
		expect((await readSession(test.ctx, supervisor, id))!.state).toBe('planned');
		expect((await listCoaches(test.ctx, supervisor)).find((coach) => coach.id === 'coach')).toMatchObject({
			planned: 1,
			minutesNextWeek: 60,
			agents: 1,
			missed: 0
		});
	});
});

describe('who sees and does what', () => {
	it('shows an agent their own session, without peers’ contacts and without notes before it is held', async () => {
		await runWithFinding();
		const id = await planned();
		await test.ctx.db.orm.update(coachingSessions).set({ notes: 'draft' });
		const session = (await readSession(test.ctx, own, id))!;
		expect(session.notes).toBe('');
		expect(session.evidence.map(({ agentId }) => agentId)).toEqual(['ana']);
		expect(await listSessions(test.ctx, own, { agentId: 'ana' })).toHaveLength(1);
		await expect(readSession(test.ctx, other, id)).rejects.toThrow(ForbiddenError);
		await expect(listSessions(test.ctx, own, {})).rejects.toThrow(ForbiddenError);
		await expect(listSessions(test.ctx, other, { agentId: 'ana' })).rejects.toThrow(ForbiddenError);
	});

	it('gives planners reserved time and no more', async () => {
		const id = await planned();
		const planner = actorWithRole('planner');
		expect(await listReserved(test.ctx, planner, MONDAY, MONDAY + DAY)).toEqual([
			{ agentId: 'ana', startAt: MONDAY + 10 * HOUR, endAt: MONDAY + 10.5 * HOUR }
		]);
		await cancelSession(test.ctx, supervisor, id);
		expect(await listReserved(test.ctx, planner, MONDAY, MONDAY + DAY)).toEqual([]);
		await expect(readSession(test.ctx, planner, id)).rejects.toThrow(ForbiddenError);
	});

	it('refuses every verb to agents and planners', async () => {
		const id = await planned();
		const { ctx } = test;
		const to = { startAt: MONDAY + 11 * HOUR, endAt: MONDAY + 12 * HOUR };
		for (const actor of [own, actorWithRole('planner'), { ...supervisor, rights: ['coaching.view'] }]) {
			await expect(planSession(ctx, actor, plan())).rejects.toThrow(ForbiddenError);
			await expect(moveSession(ctx, actor, id, to)).rejects.toThrow(ForbiddenError);
			await expect(cancelSession(ctx, actor, id)).rejects.toThrow(ForbiddenError);
			await expect(undoCancel(ctx, actor, id)).rejects.toThrow(ForbiddenError);
			await expect(holdSession(ctx, actor, id, { notes: 'x', goals: [] })).rejects.toThrow(ForbiddenError);
			await expect(undoHold(ctx, actor, id)).rejects.toThrow(ForbiddenError);
			await expect(
				findSlots(ctx, actor, { agentId: 'ana', coachId: 'coach', minutes: 30, fromDate: '2026-03-02' })
			).rejects.toThrow(ForbiddenError);
			await expect(saveCatalogue(ctx, actor, { catalogue: SEED_CATALOGUE, version: 0 })).rejects.toThrow(
				ForbiddenError
			);
		}
		for (const actor of [own, actorWithRole('planner')]) {
			await expect(readTeam(ctx, actor)).rejects.toThrow(ForbiddenError);
			await expect(listCoaches(ctx, actor)).rejects.toThrow(ForbiddenError);
			await expect(readAgentDesk(ctx, actor, 'ana')).rejects.toThrow(ForbiddenError);
		}
		await expect(listReserved(ctx, own, MONDAY, MONDAY + DAY)).rejects.toThrow(ForbiddenError);
	});
});

describe('readTeam()', () => {
	it('says who, what and why, and of the others that there is nothing or too little', async () => {
		await runWithFinding();
		const id = await planned();
		const { rows, counts } = await readTeam(test.ctx, supervisor, { state: 'all' });
		expect(rows.map(({ agentId, verdict }) => [agentId, verdict])).toEqual([
			['ana', 'findings'],
			['ben', 'nothing'],
			['cat', 'thin']
		]);
		expect(rows[0]).toMatchObject({
			finding: {
				cause: 'knowledge',
				evidence: 1,
				moduleId: 'search-drill',
				gaps: [{ metric: 'aht', reached: 320, expected: 250 }],
				effect: { then: 290 },
				mentors: [{ agentId: 'ben', name: 'ben' }]
			},
			next: { id }
		});
		expect(counts).toEqual({ findings: 1, open: 0, planned: 1, strengths: 1, nothing: 1, thin: 1, all: 3 });
		expect((await readTeam(test.ctx, supervisor, { state: 'all', metric: 'csat' })).rows).toEqual([]);
		expect((await readTeam(test.ctx, supervisor, { state: 'strengths' })).rows).toHaveLength(1);
	});

	it('is empty and says so before anything was computed', async () => {
		const { run, counts } = await readTeam(test.ctx, supervisor);
		expect(run).toBeNull();
		expect(counts).toMatchObject({ findings: 0, thin: 3, all: 3 });
	});
});

describe('readAgentDesk()', () => {
	it('puts the figure, what is fair and the interval side by side', async () => {
		await runWithFinding();
		const desk = (await readAgentDesk(test.ctx, supervisor, 'ana'))!;
		const [aht] = desk.metrics;
		expect(aht!.level).toBeCloseTo(250 * Math.exp(0.2), 6);
		expect(aht!.low).toBeLessThan(aht!.level);
		expect(aht!.high).toBeGreaterThan(aht!.level);
		expect(aht!.sdsLow).toBeLessThan(-1);
		expect(desk.findings[0]).toMatchObject({ mainCase: { queueName: 'Q' }, mentors: [{ name: 'ben' }] });
		expect(desk.weeks[0]).toBe('2026-01-05');
		expect(await readAgentDesk(test.ctx, supervisor, 'nobody')).toBeNull();
	});
});

describe('the catalogue', () => {
	it('is the seed until it is changed; a change over somebody else’s is refused; the old one can be put back', async () => {
		const { catalogue, version } = await readCatalogue(test.ctx);
		expect({ catalogue, version }).toEqual({ catalogue: SEED_CATALOGUE, version: 0 });
		const changed = structuredClone(catalogue);
		changed.modules[0]!.agentMinutes = 25;
		expect(await saveCatalogue(test.ctx, supervisor, { catalogue: changed, version })).toEqual({
			kind: 'ok',
			version: 1
		});
		expect(await saveCatalogue(test.ctx, supervisor, { catalogue, version })).toEqual({
			kind: 'changed',
			version: 1
		});
		expect((await readCatalogue(test.ctx)).catalogue).toEqual(changed);
		expect(await saveCatalogue(test.ctx, supervisor, { catalogue, version: 1 })).toEqual({
			kind: 'ok',
			version: 2
		});
		expect(await test.audited()).toEqual(['coaching.catalogue', 'coaching.catalogue']);
	});

	it('refuses one that lacks a behaviour, names a module twice or expects wonders', async () => {
		const wrong = [
			{ ...SEED_CATALOGUE, behaviours: SEED_CATALOGUE.behaviours.slice(1) },
			{ ...SEED_CATALOGUE, modules: [...SEED_CATALOGUE.modules, SEED_CATALOGUE.modules[0]!] },
			{
				...SEED_CATALOGUE,
				modules: [{ ...SEED_CATALOGUE.modules[0]!, effects: [{ metric: 'aht' as const, sds: 9, sd: 0.3 }] }]
			}
		];
		for (const catalogue of wrong)
			await expect(saveCatalogue(test.ctx, supervisor, { catalogue, version: 0 })).rejects.toThrow(
				InvalidInputError
			);
	});

	it('learns from what was measured of its modules', async () => {
		await runWithFinding();
		const before = (await readLearnedCatalogue(test.ctx, supervisor)).learned;
		const of = (list: typeof before) =>
			list.find(({ module, metric }) => module === 'search-drill' && metric === 'aht')!;
		for (let i = 0; i < 4; i++) {
			const id = await planned({
				startAt: MONDAY + (10 + i) * HOUR,
				endAt: MONDAY + (10.5 + i) * HOUR
			});
			await holdSession(test.ctx, supervisor, id, { notes: 'x', goals: [] });
			const found = {
				kind: 'measured' as const,
				effect: 0.2,
				low: 0.1,
				high: 0.3,
				error: 0.06,
				errorSds: 0.3,
				sds: 1,
				probabilityHelped: 0.99,
				controls: 30,
				expected: -0.2,
				reached: 0,
				trend: { difference: 0, was: 'steady' as const }
			};
			await storeMeasured(test.ctx, {
				effects: [{ sessionId: id, metric: 'aht', found }],
				uses: [],
				goals: []
			});
		}
		const after = (await readLearnedCatalogue(test.ctx, supervisor)).learned;
		expect(of(before)).toMatchObject({ uses: 0, sd: expect.closeTo(0.3) });
		expect(of(after).uses).toBe(4);
		expect(of(after).mean).toBeGreaterThan(0.5);
		expect(of(after).sd).toBeLessThan(of(before).sd);
		expect(await test.ctx.db.orm.select().from(coachingEffects)).toHaveLength(4);
		const told = (await test.ctx.db.orm.select().from(notices)).filter(
			({ kind }) => kind === 'effect.measured'
		);
		expect(told.map(({ userId }) => userId).sort()).toEqual([
			...Array(4).fill('ana'),
			...Array(4).fill('coach')
		]);
	});
});
