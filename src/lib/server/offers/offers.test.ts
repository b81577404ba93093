import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, agentActor as self, openTestContext } from '../access/testing.ts';
import { notices } from '../db/schema/index.ts';
import { changeMinimumStaff } from '../minimum-staff/index.ts';
import { listOwnShifts, listScheduled, recordChange, takeBackChange } from '../rosters/index.ts';
import {
	answerOffer,
	listOwnOffers,
	makeOffer,
	offerCells,
	peopleAsked,
	takeBackAnswer,
	withdrawOffer
} from './index.ts';
import { addCentre, END, HOUR, MINUTE, openOffers, SPAN as span, START, supervisor } from './testing.ts';

const [ana, ben, cai, dan] = [self('ana'), self('ben'), self('cai'), self('dan')];
let test: Awaited<ReturnType<typeof openOffers>>;
beforeEach(async () => {
	test = await openOffers();
});
afterEach(() => test.close());

describe('an answer', () => {
	it('accepting changes the schedule and its cover, is audited, and told to who asked', async () => {
		const id = await test.offered({ note: 'Black Friday' });
		expect((await test.list())[0]).toMatchObject({ status: 'open', accepted: 0, shortHours: 8 });
		expect(await test.own(ana)).toMatchObject([
			{
				...{ state: 'asked', mayAccept: true, paidHours: 2, reasons: [] },
				before: [{ startAt: START, endAt: END }],
				after: [{ startAt: START, endAt: END + 2 * HOUR }]
			}
		]);
		const answer = await test.accept(ana, id);
		expect(answer).toMatchObject({ status: 'accepted' });
		expect(await test.shiftsOf('ana')).toEqual([[0, 10]]);
		expect((await listOwnShifts(test.ctx, ana, START))!.map(({ endAt }) => endAt)).toEqual([END + 2 * HOUR]);
		expect(await test.changes()).toMatchObject([
			{ agentId: 'ana', kind: 'extended', reason: 'Black Friday', createdBy: 'user:u-ana' }
		]);
		expect(await test.audited()).toEqual(['offer.make', 'offer.accept', 'schedule.change']);
		const [row] = await test.list();
		expect(row).toMatchObject({ status: 'filled', accepted: 1, shortHours: 6 });
		expect(row!.answers.map(({ state }) => state)).toEqual(['accepted', 'asked', 'asked']);
		expect(await test.own(ana)).toMatchObject([{ state: 'accepted', paidHours: 2, takeBackUntil: null }]);
		expect(await test.own(ben)).toMatchObject([{ state: 'filled', mayAccept: false }]);
		const told = await test.ctx.db.orm.select().from(notices).where(eq(notices.userId, 'test-supervisor'));
		expect(told).toMatchObject([{ kind: 'offer.accepted', about: { agent: 'ana' } }]);
		expect(await test.accept(ana, id)).toEqual({ status: 'answered' });
		expect(offerCells(row!, row!.answers[0]!)).toContain('accepted');
	});

	it('two who accept the last place at the same moment: exactly one has it', async () => {
		for (let round = 0; round < 4; round++) {
			const id = await test.offered({ fromAt: END, toAt: END + 2 * HOUR });
			const answers = await Promise.all([test.accept(ana, id), test.accept(ben, id), test.accept(cai, id)]);
			expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'filled', 'filled']);
			const made = (await test.changes()).filter(({ removedAt }) => removedAt === null);
			expect(made).toHaveLength(1);
			expect((await test.list()).find((row) => row.id === id)).toMatchObject({
				accepted: 1,
				status: 'filled'
			});
			await takeBackChange(test.ctx, supervisor, made[0]!.id);
		}
		expect((await test.audited()).filter((action) => action === 'offer.accept')).toHaveLength(4);
	});

	it('two who take time off at the same moment: the minimum staff stays', async () => {
		await changeMinimumStaff(test.ctx, actorWithRole('planner'), {
			put: [{ weekdays: [1], fromMinute: 0, toMinute: 1_440, agents: 2 }]
		});
		const id = await test.offered({ kind: 'time_off', fromAt: END - 2 * HOUR, toAt: END, places: 3 });
		const answers = await Promise.all([test.accept(ana, id), test.accept(ben, id), test.accept(cai, id)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'not-possible', 'not-possible']);
	});

	it('of one person, given twice at once, counts once', async () => {
		const id = await test.offered({ places: 3 });
		const answers = await Promise.all([test.accept(ana, id), test.accept(ana, id)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'answered']);
		expect(await test.changes()).toHaveLength(1);
	});

	it('two offers of one day, accepted at once, are held against each other', async () => {
		const [first, second] = [await test.offered(), await test.offered({ toAt: END + HOUR })];
		const answers = await Promise.all([test.accept(ana, first), test.accept(ana, second)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'not-possible']);
		expect(await test.changes()).toHaveLength(1);
	});

	it('is held against the rules again: what would be broken by now is not accepted', async () => {
		const id = await test.offered();
		await test.callInEarly('ana');
		expect(await test.own(ana)).toMatchObject([{ mayAccept: false, reasons: ['rest-between-shifts'] }]);
		expect(await test.accept(ana, id)).toEqual({ status: 'not-possible', reasons: ['rest-between-shifts'] });
		expect(await test.shiftsOf('ana')).toEqual([
			[0, 8],
			[20, 24]
		]);
		await recordChange(test.ctx, supervisor, {
			...{ agentId: 'ben', kind: 'leaves', fromAt: END - HOUR, toAt: END, reason: 'ill' }
		});
		expect(await test.accept(ben, id)).toEqual({ status: 'not-possible', reasons: ['changed'] });
		expect((await test.list())[0]).toMatchObject({ status: 'open', accepted: 0 });
	});

	it('comes too late when the time is over, or the offer was withdrawn', async () => {
		const [late, gone] = [await test.offered({ expiresAt: START - 19 * HOUR }), await test.offered()];
		expect(await test.decline(ben, gone)).toEqual({ status: 'declined' });
		expect(await withdrawOffer(test.ctx, supervisor, gone)).toBe(true);
		expect(await withdrawOffer(test.ctx, supervisor, gone)).toBe(false);
		expect(await test.accept(ana, gone)).toEqual({ status: 'withdrawn' });
		const told = await test.ctx.db.orm.select().from(notices).where(eq(notices.kind, 'offer.withdrawn'));
		// Who has declined has no more to hear of it.
		expect(told.map(({ userId }) => userId)).toEqual(['u-ana', 'u-cai']);
		test.clock.at = START - 19 * HOUR - 1;
		expect((await test.own(ana)).map(({ state }) => state)).toContain('asked');
		test.clock.at += 1;
		expect(await test.accept(ana, late)).toEqual({ status: 'expired' });
		expect(await test.decline(ana, late)).toEqual({ status: 'expired' });
		expect((await test.own(ana)).map(({ state }) => state).sort()).toEqual(['expired', 'withdrawn']);
		expect(await withdrawOffer(test.ctx, supervisor, late)).toBe(false);
		expect(await test.changes()).toEqual([]);
	});

	it('is one’s own: nobody answers for others, or what they were not asked', async () => {
		const id = await test.offered({ agentIds: ['ana'] });
		expect(await test.accept(ben, id)).toEqual({ status: 'gone' });
		expect(await test.decline(dan, id)).toEqual({ status: 'gone' });
		expect(await takeBackAnswer(test.ctx, ben, id)).toBe(false);
		await expect(test.accept({ ...ana, agentId: null }, id)).rejects.toThrow(ForbiddenError);
		await expect(test.accept({ ...supervisor, agentId: 'ana' }, id)).rejects.toThrow(ForbiddenError);
		expect(await listOwnOffers(test.ctx, { ...ana, agentId: null })).toBeNull();
		expect((await test.list())[0]!.answers).toMatchObject([{ agentId: 'ana', state: 'asked' }]);
	});

	it('stands against another offer of the same hours, and of no others', async () => {
		const id = await test.offered();
		await test.decline(ben, id);
		const asked = (fromMs: number, toMs: number) => peopleAsked(test.ctx, { fromMs, toMs });
		expect(await asked(END + HOUR, END + 3 * HOUR)).toEqual(new Set(['ana', 'ben', 'cai']));
		expect(await asked(END - HOUR, END)).toEqual(new Set());
		expect(await asked(END + 2 * HOUR, END + 24 * HOUR)).toEqual(new Set());
		await withdrawOffer(test.ctx, supervisor, id);
		expect(await asked(END, END + HOUR)).toEqual(new Set(['ben']));
	});

	it('a declined offer can still be accepted while it is open', async () => {
		const id = await test.offered();
		expect(await test.decline(ana, id)).toEqual({ status: 'declined' });
		expect(await test.own(ana)).toMatchObject([{ state: 'declined', mayAccept: true }]);
		expect(await test.accept(ana, id)).toMatchObject({ status: 'accepted' });
	});

	it('is taken back until the offer lets it; the schedule is as it was and the place free', async () => {
		const id = await test.offered({ takeBackMinutes: 60 });
		await test.accept(ana, id);
		const until = END - HOUR;
		expect(await test.own(ana)).toMatchObject([{ takeBackUntil: until }]);
		expect(await test.accept(ben, id)).toEqual({ status: 'filled' });
		expect(await takeBackAnswer(test.ctx, ana, id)).toBe(true);
		expect(await takeBackAnswer(test.ctx, ana, id)).toBe(false);
		expect(await test.shiftsOf('ana')).toEqual([[0, 8]]);
		expect(await test.audited()).toEqual([
			...['offer.make', 'offer.accept', 'schedule.change', 'offer.take-back', 'schedule.restore']
		]);
		expect(await test.accept(ben, id)).toMatchObject({ status: 'accepted' });
		test.clock.at = until;
		expect(await takeBackAnswer(test.ctx, ben, id)).toBe(false);
		test.clock.at = until - MINUTE;
		expect(await takeBackAnswer(test.ctx, ben, id)).toBe(true);
		const firm = await test.offered({ expiresAt: END });
		await test.accept(cai, firm);
		expect(await takeBackAnswer(test.ctx, cai, firm)).toBe(false);
	});

	it('what planners undo is shown as undone, and its place is free', async () => {
		const id = await test.offered();
		await test.accept(ana, id);
		const [change] = await test.changes();
		await takeBackChange(test.ctx, supervisor, change!.id);
		expect((await test.list())[0]).toMatchObject({ status: 'open', accepted: 0 });
		expect(await test.own(ana)).toMatchObject([{ state: 'undone' }]);
		expect(await test.accept(ben, id)).toMatchObject({ status: 'accepted' });
	});
});

describe('what becomes of the day', () => {
	it.each([
		['overtime', START - HOUR, START, 'earlier', [[-1, 8]]],
		['time_off', END - 2 * HOUR, END, 'leaves', [[0, 6]]],
		['time_off', START, START + 2 * HOUR, 'late', [[2, 8]]]
	] as const)('%s from %d to %d: %s', async (kind, fromAt, toAt, change, shifts) => {
		const id = await test.offered({ kind, fromAt, toAt, expiresAt: START - 10 * HOUR });
		expect(await test.own(ana)).toMatchObject([{ change, paidHours: kind === 'overtime' ? 1 : -2 }]);
		expect(await test.accept(ana, id)).toMatchObject({ status: 'accepted' });
		expect(await test.shiftsOf('ana')).toEqual(shifts);
	});

	it('on a free day it is a shift with the breaks of its length', async () => {
		const id = await test.offered({ agentIds: ['dan'], fromAt: START, toAt: START + 6 * HOUR });
		expect(await test.accept(dan, id)).toMatchObject({ status: 'accepted' });
		const [shift] = (await listScheduled(test.ctx, supervisor, span)).dan!;
		expect(shift).toMatchObject({
			...{ startAt: START, endAt: START + 6 * HOUR },
			breaks: [{ startAt: START + 3 * HOUR, endAt: START + 3.5 * HOUR, isPaid: true }]
		});
	});
});

it('on the night the clocks go forward two hours more are two hours, by the clock three', async () => {
	const night = await openTestContext();
	// 28 March 2026, 22:00 in Madrid, to 02:00, which is 03:00.
	const change = Date.UTC(2026, 2, 29, 1);
	night.clock.at = change - 12 * HOUR;
	await addCentre(night.ctx, { startAt: change - 4 * HOUR, endAt: change, timeZone: 'Europe/Madrid' });
	const made = await makeOffer(night.ctx, supervisor, {
		...{ kind: 'overtime', agentIds: ['ana'], fromAt: change, toAt: change + 2 * HOUR },
		...{ places: 1, expiresAt: change - HOUR }
	});
	const [offer] = (await listOwnOffers(night.ctx, ana))!;
	expect(offer).toMatchObject({ change: 'extended', paidHours: 2, mayAccept: true });
	expect(await answerOffer(night.ctx, ana, { id: offer!.id, answer: 'accept' })).toMatchObject({
		status: 'accepted'
	});
	const [shift] = (await listOwnShifts(night.ctx, ana, change - 4 * HOUR))!;
	expect((shift!.endAt - shift!.startAt) / HOUR).toBe(6);
	expect(made.status).toBe('made');
	night.close();
});
