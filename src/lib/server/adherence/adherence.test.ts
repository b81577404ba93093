import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TZDate } from '@date-fns/tz';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, agentStates, rosters, shifts, sites, teams } from '../db/schema/index.ts';
import { localDayOf } from '../intraday/index.ts';
import {
	DEFAULT_TERMS,
	excuseException,
	readAdherenceDay,
	readAdherenceNow,
	readTerms,
	saveTerms,
	takeBackExcuse
} from './index.ts';

const ZONE = 'Europe/Madrid';
const HOUR = 3_600_000;
const MINUTE = 60_000;
const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: ZONE, createdAt: 0 });
	await orm.insert(teams).values({ id: 'north', siteId: 'main', name: 'North' });
	await orm
		.insert(agents)
		.values(['ana', 'ben'].map((id) => ({ id, siteId: 'main', teamId: 'north', name: id, createdAt: 0 })));
	await orm.insert(rosters).values({
		id: 'r',
		name: 'R',
		status: 'published',
		fromAt: 0,
		toAt: 4e12,
		timeZone: ZONE,
		problem: {},
		result: {},
		createdBy: 'x',
		createdAt: 1
	});
});
afterEach(() => test.close());

const local = (month: number, day: number, hour: number, minute = 0) =>
	new TZDate(2026, month - 1, day, hour, minute, ZONE).getTime();
const addShift = (
	agentId: string,
	startAt: number,
	endAt: number,
	breaks: { startAt: number; endAt: number; isPaid: boolean; kind?: 'lunch' | 'break' }[] = []
) =>
	test.ctx.db.orm.insert(shifts).values({
		id: `${agentId} ${startAt}`,
		rosterId: 'r',
		agentId,
		templateId: 't',
		startAt,
		endAt,
		breaks
	});
const addStates = (
	agentId: string,
	told: [state: 'available' | 'offline' | 'lunch' | 'wrap', fromAt: number][]
) =>
	test.ctx.db.orm
		.insert(agentStates)
		.values(told.map(([state, fromAt], i) => ({ agentId, state, fromAt, toAt: told[i + 1]?.[1] ?? null })));
const dayOf = (at: number, nowMs: number) =>
	readAdherenceDay(test.ctx, supervisor, localDayOf(at, ZONE), ZONE, { nowMs, knownUntilMs: nowMs });

describe('a night shift on the night on which the clocks change', () => {
	it.each([
		['forward', 3, 28, 7],
		['back', 10, 24, 9]
	])(
		'%s: who works it is adherent to the second, each day with its own part',
		async (_, month, day, hours) => {
			const [start, end] = [local(month, day, 22), local(month, day + 1, 6)];
			expect(end - start).toBe(hours * HOUR);
			const meal = { startAt: start + 3 * HOUR, endAt: start + 3 * HOUR + 30 * MINUTE, isPaid: false };
			await addShift('ana', start, end, [{ ...meal, kind: 'lunch' }]);
			await addStates('ana', [
				['offline', start - 12 * HOUR],
				['available', start],
				['lunch', meal.startAt],
				['available', meal.endAt],
				['offline', end]
			]);
			const [before, after] = [await dayOf(start, end + HOUR), await dayOf(end, end + HOUR)];
			expect(before.agents).toMatchObject([
				{ agentId: 'ana', adherence: 1, conformance: 1, exceptions: 0, seconds: { scheduled: 7_200 } }
			]);
			expect(after.agents).toMatchObject([
				{ adherence: 1, conformance: 1, seconds: { scheduled: (hours - 2) * 3_600, exception: 0, grace: 0 } }
			]);
			expect(after.toAt - after.fromAt).toBe((hours === 7 ? 23 : 25) * HOUR);
			expect(before.exceptions).toEqual([]);
			expect(after.exceptions).toEqual([]);
		}
	);

	it('is judged by the whole stretch where it reaches over midnight', async () => {
		const [start, end] = [local(3, 28, 22), local(3, 29, 6)];
		const midnight = local(3, 29, 0);
		await addShift('ana', start, end);
		// Two minutes on each side of midnight: together more than the grace of three.
		await addStates('ana', [
			['available', start - HOUR],
			['offline', midnight - 2 * MINUTE],
			['available', midnight + 2 * MINUTE]
		]);
		expect((await dayOf(start, end)).total.seconds).toMatchObject({ exception: 120, scheduled: 7_200 });
		expect((await dayOf(end, end)).total.seconds).toMatchObject({ exception: 120, grace: 0 });
	});
});

describe('the day as it goes', () => {
	const start = local(6, 2, 9);
	const now = start + 10 * MINUTE;
	const moment = { nowMs: now, knownUntilMs: now };
	beforeEach(async () => {
		test.clock.at = now;
		for (const id of ['ana', 'ben']) await addShift(id, start, start + 8 * HOUR);
		await addStates('ana', [['offline', start - 12 * HOUR]]);
		await addStates('ben', [
			['offline', start - 12 * HOUR],
			['available', start + 6 * MINUTE],
			['offline', start + 7 * MINUTE]
		]);
	});
	const floor = {
		queues: [
			{ id: 'billing', name: 'Billing', lost30: 3, ahtSeconds: 300 },
			{ id: 'support', name: 'Support', lost30: 9, ahtSeconds: 300 },
			{ id: 'sales', name: 'Sales', lost30: null, ahtSeconds: 300 }
		],
		served: new Map([
			['ana', ['billing']],
			['ben', ['billing', 'support', 'sales']]
		])
	};

	it('ranks those away by what it costs the queues that they serve', async () => {
		const { exceptions, ...count } = await readAdherenceNow(test.ctx, supervisor, moment, floor);
		expect(count).toMatchObject({ scheduled: 2, kept: 1, unknown: 0 });
		expect(exceptions).toMatchObject([
			{ agentId: 'ana', kind: 'late', effect: { queueId: 'billing', contacts: 3 } }
		]);
		const later = { nowMs: now + MINUTE, knownUntilMs: now + MINUTE };
		const { exceptions: both } = await readAdherenceNow(test.ctx, supervisor, later, floor);
		// A person handles six contacts of five minutes in half an hour, however many more will be lost.
		expect(both).toMatchObject([
			{ agentId: 'ben', kind: 'offline', effect: { queueId: 'support', contacts: 6 } },
			{ agentId: 'ana', kind: 'late' }
		]);
	});

	it('excusing recomputes, live and in the record; taking it back, too; both are audited', async () => {
		const before = (await dayOf(now, now)).agents.find(({ agentId }) => agentId === 'ana')!;
		expect(before.adherence).toBe(0);
		const { excuseId } = await excuseException(test.ctx, supervisor, {
			agentId: 'ana',
			fromAt: start,
			toAt: start + 20 * MINUTE,
			reason: 'train cancelled'
		});
		const excused = (await dayOf(now, now)).agents.find(({ agentId }) => agentId === 'ana')!;
		expect(excused).toMatchObject({ adherence: 1, exceptions: 0, seconds: { excused: 600, exception: 0 } });
		const { exceptions } = await readAdherenceNow(test.ctx, supervisor, moment, floor);
		expect(exceptions).toMatchObject([{ excuses: [{ id: excuseId, reason: 'train cancelled' }] }]);
		expect(await takeBackExcuse(test.ctx, supervisor, excuseId)).toBe(true);
		expect(await takeBackExcuse(test.ctx, supervisor, excuseId)).toBe(false);
		expect((await dayOf(now, now)).agents.find(({ agentId }) => agentId === 'ana')).toEqual(before);
		expect(await test.audited()).toEqual(['adherence.excuse', 'adherence.unexcuse']);
	});

	it('knows nothing after the last word of a source that has fallen silent', async () => {
		const { total } = await readAdherenceDay(test.ctx, supervisor, localDayOf(now, ZONE), ZONE, {
			nowMs: now,
			knownUntilMs: start + 5 * MINUTE
		});
		expect(total.seconds).toMatchObject({ scheduled: 1_200, unknown: 600 });
		const count = await readAdherenceNow(
			test.ctx,
			supervisor,
			{ nowMs: now, knownUntilMs: start + 8 * MINUTE },
			floor
		);
		expect(count).toMatchObject({ scheduled: 2, unknown: 2, exceptions: [] });
	});

	it('judges by the map and the grace of the site once they are saved', async () => {
		const planner = actorWithRole('planner');
		const { before } = await saveTerms(test.ctx, planner, {
			...DEFAULT_TERMS,
			graceSeconds: { ...DEFAULT_TERMS.graceSeconds, work: 3_600 }
		});
		expect(before).toEqual(DEFAULT_TERMS);
		expect((await dayOf(now, now)).total.seconds).toMatchObject({ exception: 0 });
		await saveTerms(test.ctx, planner, before);
		expect(await readTerms(test.ctx)).toEqual(DEFAULT_TERMS);
		expect((await dayOf(now, now)).total.seconds.exception).toBeGreaterThan(0);
		await expect(
			saveTerms(test.ctx, planner, { ...before, graceSeconds: { ...before.graceSeconds, lunch: -1 } })
		).rejects.toThrow('graceSeconds.lunch: not below 0');
	});

	it('is for those who may', async () => {
		const agent = actorWithRole('agent');
		const excuse = { agentId: 'ana', fromAt: start, toAt: now, reason: 'x' };
		await expect(excuseException(test.ctx, agent, excuse)).rejects.toThrow('adherence.excuse');
		await expect(takeBackExcuse(test.ctx, agent, 'x')).rejects.toThrow('adherence.excuse');
		await expect(saveTerms(test.ctx, supervisor, DEFAULT_TERMS)).rejects.toThrow('adherence.manage');
		await expect(readAdherenceNow(test.ctx, agent, moment, floor)).rejects.toThrow('adherence.view');
		await expect(readAdherenceDay(test.ctx, agent, localDayOf(now, ZONE), ZONE, moment)).rejects.toThrow(
			'adherence.view'
		);
		await expect(excuseException(test.ctx, supervisor, { ...excuse, agentId: 'nobody' })).rejects.toThrow(
			'no agent "nobody"'
		);
		await expect(excuseException(test.ctx, supervisor, { ...excuse, reason: ' ' })).rejects.toThrow(
			'say why'
		);
	});
});
