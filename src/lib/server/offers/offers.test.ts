import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, agentActor as self, openTestContext } from '../access/testing.ts';
import { notices, scheduleChanges } from '../db/schema/index.ts';
import { askLeave, decideLeave, type LeaveInput } from '../leave/index.ts';
import { changeMinimumStaff } from '../minimum-staff/index.ts';
import { listOwnShifts, listScheduled, recordChange, takeBackChange } from '../rosters/index.ts';
import { askAvailability, decideAvailability } from '../wishes/index.ts';
import {
	answerOffer,
	listOffers,
	listOwnOffers,
	makeOffer,
	offerCells,
	peopleAsked,
	previewOffer,
	takeBackAnswer,
	withdrawOffer,
	type OfferInput
} from './index.ts';
import { addCentre, HOUR, MINUTE } from './testing.ts';

/** Tuesday. */
const START = Date.UTC(2026, 5, 2, 8);
const END = START + 8 * HOUR;
const supervisor = actorWithRole('supervisor');
const [ana, ben, cai, dan] = [self('ana'), self('ben'), self('cai'), self('dan')];
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = START - 20 * HOUR;
	await addCentre(test.ctx, { startAt: START, endAt: END });
});
afterEach(() => test.close());

/** Two hours after the shift, for all of the three who work that day, unless said otherwise. */
const make = (input: Partial<OfferInput> = {}) =>
	makeOffer(test.ctx, supervisor, {
		...{ kind: 'overtime', agentIds: ['ana', 'ben', 'cai'], fromAt: END, toAt: END + 2 * HOUR },
		...{ places: 1, expiresAt: START, ...input }
	});
async function offered(input: Partial<OfferInput> = {}): Promise<string> {
	const made = await make(input);
	if (made.status !== 'made') throw new Error(`Nobody was asked: ${JSON.stringify(made)}`);
	return made.id;
}
const accept = (actor: typeof ana, id: string) => answerOffer(test.ctx, actor, { id, answer: 'accept' });
const decline = (actor: typeof ana, id: string) => answerOffer(test.ctx, actor, { id, answer: 'decline' });
const span = { fromMs: START - 24 * HOUR, toMs: END + 48 * HOUR };
const shiftsOf = async (agentId: string) =>
	((await listScheduled(test.ctx, supervisor, span))[agentId] ?? []).map(({ startAt, endAt }) => [
		(startAt - START) / HOUR,
		(endAt - START) / HOUR
	]);
const changes = () => test.ctx.db.orm.select().from(scheduleChanges);
const list = () => listOffers(test.ctx, supervisor, span);
const own = async (actor: typeof ana) => (await listOwnOffers(test.ctx, actor))!;
/** Somebody is called in so early on the day after that two hours more leave less than the rest. */
const callInEarly = (agentId: string) =>
	recordChange(test.ctx, supervisor, {
		...{ agentId, kind: 'called', reason: 'short' },
		...{ fromAt: END + 12 * HOUR, toAt: END + 16 * HOUR }
	});

describe('before anybody is asked', () => {
	it('says who may, who may not by which rule, and what it does to the cover', async () => {
		await callInEarly('ben');
		const preview = await previewOffer(test.ctx, supervisor, {
			...{ kind: 'overtime', fromAt: END, toAt: END + 2 * HOUR, places: 2 }
		});
		expect(preview.may).toMatchObject([
			{ agentId: 'ana', change: 'extended', fromAt: END, paidHours: 2, hasAccount: true },
			{ agentId: 'cai', change: 'extended' },
			{ agentId: 'dan', change: 'called', paidHours: 2 }
		]);
		expect(preview.mayNot).toEqual([{ agentId: 'ben', name: 'ben', reasons: ['rest-between-shifts'] }]);
		// Four are wanted for two hours; two would be there.
		expect(preview.shortHours).toEqual({ before: 8, after: 4 });
		expect(await test.audited()).toEqual(['schedule.change']);
	});

	it('leaves out who would break a rule, names it, and tells the others', async () => {
		await callInEarly('ben');
		await test.ctx.db.orm.delete(notices);
		expect(await make()).toMatchObject({
			...{ status: 'made', asked: ['ana', 'cai'] },
			leftOut: [{ agentId: 'ben', reasons: ['rest-between-shifts'] }]
		});
		expect(await test.ctx.db.orm.select().from(notices)).toMatchObject([
			{ userId: 'u-ana', kind: 'offer.made', about: { offer: 'overtime', startAt: END }, href: '/me' },
			{ userId: 'u-cai', kind: 'offer.made' }
		]);
		const [row] = await list();
		expect(row!.answers.map(({ agentId, state, reasons }) => [agentId, state, reasons])).toEqual([
			['ana', 'asked', []],
			['ben', 'left_out', ['rest-between-shifts']],
			['cai', 'asked', []]
		]);
		expect(await own(ben)).toEqual([]);
		expect(await accept(ben, row!.id)).toEqual({ status: 'gone' });
	});

	it('nobody is asked where everybody would break one, and nothing is kept', async () => {
		await callInEarly('ben');
		expect(await make({ agentIds: ['ben'] })).toMatchObject({ status: 'nobody' });
		expect(await list()).toEqual([]);
	});

	it('time off must leave the least hours of the contract', async () => {
		const off = { kind: 'time_off' as const, toAt: END };
		expect(await make({ ...off, fromAt: END - 3 * HOUR })).toMatchObject({
			status: 'nobody',
			leftOut: [{ reasons: ['min-hours-per-week'] }, {}, {}]
		});
		expect(await make({ ...off, fromAt: END - 2 * HOUR })).toMatchObject({ status: 'made', leftOut: [] });
	});

	it('time off leaves as many as must be there: who is asked too many finds the minimum staff in the way', async () => {
		const always = { weekdays: [0, 1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 1_440 };
		const planner = actorWithRole('planner');
		const { undo } = await changeMinimumStaff(test.ctx, planner, { put: [{ ...always, agents: 3 }] });
		const off = { kind: 'time_off' as const, fromAt: END - 2 * HOUR, toAt: END, places: 3 };
		expect(await make(off)).toMatchObject({
			status: 'nobody',
			leftOut: ['ana', 'ben', 'cai'].map((agentId) => ({ agentId, reasons: ['minimum-staff'] }))
		});
		await changeMinimumStaff(test.ctx, planner, undo);
		await changeMinimumStaff(test.ctx, planner, { put: [{ ...always, agents: 2 }] });
		const id = await offered(off);
		expect(await accept(ana, id)).toMatchObject({ status: 'accepted' });
		expect(await accept(ben, id)).toEqual({ status: 'not-possible', reasons: ['minimum-staff'] });
		expect(await make({ agentIds: ['ben'] })).toMatchObject({ status: 'made', leftOut: [] });
	});

	it('who is away that day is not called in', async () => {
		await recordChange(test.ctx, supervisor, {
			...{ agentId: 'ana', kind: 'absent', fromAt: START, toAt: END, reason: 'ill' }
		});
		expect(await make({ agentIds: ['ana', 'dan'] })).toMatchObject({
			asked: ['dan'],
			leftOut: [{ agentId: 'ana', reasons: ['away'] }]
		});
	});

	it('who has leave or cannot work then is not asked to work longer, though a shift of theirs stands', async () => {
		const planner = actorWithRole('planner');
		const date = '2026-06-02';
		const granted = async (who: typeof ana, input: LeaveInput) => {
			const { id } = await askLeave(test.ctx, who, input);
			await decideLeave(test.ctx, planner, { id, decision: 'approve' });
		};
		const day = { of: 'days' as const, kindId: 'holiday', fromDate: date, toDate: date };
		await granted(ana, day);
		await granted(dan, day);
		const hour = { of: 'hours' as const, fromTime: '17:00', toTime: '18:00' };
		await granted(cai, { ...hour, kindId: 'training', date });
		const early = [{ weekday: 1, fromMinute: 480, toMinute: 960 }];
		const { id } = await askAvailability(test.ctx, ben, { validFrom: date, ranges: early });
		await decideAvailability(test.ctx, planner, { id, decision: 'approve' });
		expect(await make({ agentIds: ['ana', 'ben', 'cai', 'dan'] })).toMatchObject({
			status: 'nobody',
			leftOut: [
				{ agentId: 'ana', reasons: ['leave'] },
				{ agentId: 'ben', reasons: ['availability'] },
				{ agentId: 'cai', reasons: ['availability'] },
				{ agentId: 'dan', reasons: ['leave'] }
			]
		});
		const off = { kind: 'time_off' as const, fromAt: END - 2 * HOUR, toAt: END };
		expect(await make({ ...off, agentIds: ['ana', 'ben'] })).toMatchObject({ status: 'made', leftOut: [] });
	});

	it('who has got leave since is not accepted any more', async () => {
		const id = await offered({ agentIds: ['ana'] });
		const leave = { of: 'days' as const, kindId: 'holiday', fromDate: '2026-06-02', toDate: '2026-06-02' };
		const asked = await askLeave(test.ctx, ana, leave);
		await decideLeave(test.ctx, actorWithRole('planner'), { id: asked.id, decision: 'approve' });
		expect(await accept(ana, id)).toEqual({ status: 'not-possible', reasons: ['leave'] });
	});

	it.each([
		['its end must come after', { toAt: END }],
		['at most 12 hours', { toAt: END + 13 * HOUR }],
		['it has begun', { fromAt: START - 21 * HOUR, toAt: START - 19 * HOUR }],
		['answers are wanted until', { expiresAt: END + 1 }],
		['answers are wanted until', { expiresAt: START - 20 * HOUR }],
		['there is no agent "zoe"', { agentIds: ['zoe'] }],
		['places', { places: 0 }]
	])('is refused with the reason: %s', async (text, input) => {
		await expect(make(input)).rejects.toThrow(InvalidInputError);
		await expect(make(input)).rejects.toThrow(text);
		expect(await list()).toEqual([]);
	});

	it('is for those who may change the schedule', async () => {
		const input = { kind: 'overtime', fromAt: END, toAt: END + HOUR, places: 1 } as const;
		await expect(previewOffer(test.ctx, ana, input)).rejects.toThrow(ForbiddenError);
		await expect(makeOffer(test.ctx, ana, { ...input, agentIds: ['ana'], expiresAt: START })).rejects.toThrow(
			ForbiddenError
		);
		await expect(withdrawOffer(test.ctx, ana, 'x')).rejects.toThrow(ForbiddenError);
	});
});

describe('an answer', () => {
	it('accepting changes the schedule and its cover, is audited, and told to who asked', async () => {
		const id = await offered({ note: 'Black Friday' });
		expect((await list())[0]).toMatchObject({ status: 'open', accepted: 0, shortHours: 8 });
		expect(await own(ana)).toMatchObject([
			{
				...{ state: 'asked', mayAccept: true, paidHours: 2, reasons: [] },
				before: [{ startAt: START, endAt: END }],
				after: [{ startAt: START, endAt: END + 2 * HOUR }]
			}
		]);
		const answer = await accept(ana, id);
		expect(answer).toMatchObject({ status: 'accepted' });
		expect(await shiftsOf('ana')).toEqual([[0, 10]]);
		expect((await listOwnShifts(test.ctx, ana, START))!.map(({ endAt }) => endAt)).toEqual([END + 2 * HOUR]);
		expect(await changes()).toMatchObject([
			{ agentId: 'ana', kind: 'extended', reason: 'Black Friday', createdBy: 'user:u-ana' }
		]);
		expect(await test.audited()).toEqual(['offer.make', 'offer.accept', 'schedule.change']);
		const [row] = await list();
		expect(row).toMatchObject({ status: 'filled', accepted: 1, shortHours: 6 });
		expect(row!.answers.map(({ state }) => state)).toEqual(['accepted', 'asked', 'asked']);
		expect(await own(ana)).toMatchObject([{ state: 'accepted', paidHours: 2, takeBackUntil: null }]);
		expect(await own(ben)).toMatchObject([{ state: 'filled', mayAccept: false }]);
		const told = await test.ctx.db.orm.select().from(notices).where(eq(notices.userId, 'test-supervisor'));
		expect(told).toMatchObject([{ kind: 'offer.accepted', about: { agent: 'ana' } }]);
		expect(await accept(ana, id)).toEqual({ status: 'answered' });
		expect(offerCells(row!, row!.answers[0]!)).toContain('accepted');
	});

	it('two who accept the last place at the same moment: exactly one has it', async () => {
		for (let round = 0; round < 4; round++) {
			const id = await offered({ fromAt: END, toAt: END + 2 * HOUR });
			const answers = await Promise.all([accept(ana, id), accept(ben, id), accept(cai, id)]);
			expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'filled', 'filled']);
			const made = (await changes()).filter(({ removedAt }) => removedAt === null);
			expect(made).toHaveLength(1);
			expect((await list()).find((row) => row.id === id)).toMatchObject({ accepted: 1, status: 'filled' });
			await takeBackChange(test.ctx, supervisor, made[0]!.id);
		}
		expect((await test.audited()).filter((action) => action === 'offer.accept')).toHaveLength(4);
	});

	it('of one person, given twice at once, counts once', async () => {
		const id = await offered({ places: 3 });
		const answers = await Promise.all([accept(ana, id), accept(ana, id)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'answered']);
		expect(await changes()).toHaveLength(1);
	});

	it('two offers of one day, accepted at once, are held against each other', async () => {
		const [first, second] = [await offered(), await offered({ toAt: END + HOUR })];
		const answers = await Promise.all([accept(ana, first), accept(ana, second)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'not-possible']);
		expect(await changes()).toHaveLength(1);
	});

	it('is held against the rules again: what would be broken by now is not accepted', async () => {
		const id = await offered();
		await callInEarly('ana');
		expect(await own(ana)).toMatchObject([{ mayAccept: false, reasons: ['rest-between-shifts'] }]);
		expect(await accept(ana, id)).toEqual({ status: 'not-possible', reasons: ['rest-between-shifts'] });
		expect(await shiftsOf('ana')).toEqual([
			[0, 8],
			[20, 24]
		]);
		await recordChange(test.ctx, supervisor, {
			...{ agentId: 'ben', kind: 'leaves', fromAt: END - HOUR, toAt: END, reason: 'ill' }
		});
		expect(await accept(ben, id)).toEqual({ status: 'not-possible', reasons: ['changed'] });
		expect((await list())[0]).toMatchObject({ status: 'open', accepted: 0 });
	});

	it('comes too late when the time is over, or the offer was withdrawn', async () => {
		const [late, gone] = [await offered({ expiresAt: START - 19 * HOUR }), await offered()];
		expect(await decline(ben, gone)).toEqual({ status: 'declined' });
		expect(await withdrawOffer(test.ctx, supervisor, gone)).toBe(true);
		expect(await withdrawOffer(test.ctx, supervisor, gone)).toBe(false);
		expect(await accept(ana, gone)).toEqual({ status: 'withdrawn' });
		const told = await test.ctx.db.orm.select().from(notices).where(eq(notices.kind, 'offer.withdrawn'));
		// Who has declined has no more to hear of it.
		expect(told.map(({ userId }) => userId)).toEqual(['u-ana', 'u-cai']);
		test.clock.at = START - 19 * HOUR - 1;
		expect((await own(ana)).map(({ state }) => state)).toContain('asked');
		test.clock.at += 1;
		expect(await accept(ana, late)).toEqual({ status: 'expired' });
		expect(await decline(ana, late)).toEqual({ status: 'expired' });
		expect((await own(ana)).map(({ state }) => state).sort()).toEqual(['expired', 'withdrawn']);
		expect(await withdrawOffer(test.ctx, supervisor, late)).toBe(false);
		expect(await changes()).toEqual([]);
	});

	it('is one’s own: nobody answers for others, or what they were not asked', async () => {
		const id = await offered({ agentIds: ['ana'] });
		expect(await accept(ben, id)).toEqual({ status: 'gone' });
		expect(await decline(dan, id)).toEqual({ status: 'gone' });
		expect(await takeBackAnswer(test.ctx, ben, id)).toBe(false);
		await expect(accept({ ...ana, agentId: null }, id)).rejects.toThrow(ForbiddenError);
		await expect(accept({ ...supervisor, agentId: 'ana' }, id)).rejects.toThrow(ForbiddenError);
		expect(await listOwnOffers(test.ctx, { ...ana, agentId: null })).toBeNull();
		expect((await list())[0]!.answers).toMatchObject([{ agentId: 'ana', state: 'asked' }]);
	});

	it('stands against another offer of the same hours, and of no others', async () => {
		const id = await offered();
		await decline(ben, id);
		const asked = (fromMs: number, toMs: number) => peopleAsked(test.ctx, { fromMs, toMs });
		expect(await asked(END + HOUR, END + 3 * HOUR)).toEqual(new Set(['ana', 'ben', 'cai']));
		expect(await asked(END - HOUR, END)).toEqual(new Set());
		expect(await asked(END + 2 * HOUR, END + 24 * HOUR)).toEqual(new Set());
		await withdrawOffer(test.ctx, supervisor, id);
		expect(await asked(END, END + HOUR)).toEqual(new Set(['ben']));
	});

	it('a declined offer can still be accepted while it is open', async () => {
		const id = await offered();
		expect(await decline(ana, id)).toEqual({ status: 'declined' });
		expect(await own(ana)).toMatchObject([{ state: 'declined', mayAccept: true }]);
		expect(await accept(ana, id)).toMatchObject({ status: 'accepted' });
	});

	it('is taken back until the offer lets it; the schedule is as it was and the place free', async () => {
		const id = await offered({ takeBackMinutes: 60 });
		await accept(ana, id);
		const until = END - HOUR;
		expect(await own(ana)).toMatchObject([{ takeBackUntil: until }]);
		expect(await accept(ben, id)).toEqual({ status: 'filled' });
		expect(await takeBackAnswer(test.ctx, ana, id)).toBe(true);
		expect(await takeBackAnswer(test.ctx, ana, id)).toBe(false);
		expect(await shiftsOf('ana')).toEqual([[0, 8]]);
		expect(await test.audited()).toEqual([
			...['offer.make', 'offer.accept', 'schedule.change', 'offer.take-back', 'schedule.restore']
		]);
		expect(await accept(ben, id)).toMatchObject({ status: 'accepted' });
		test.clock.at = until;
		expect(await takeBackAnswer(test.ctx, ben, id)).toBe(false);
		test.clock.at = until - MINUTE;
		expect(await takeBackAnswer(test.ctx, ben, id)).toBe(true);
		const firm = await offered({ expiresAt: END });
		await accept(cai, firm);
		expect(await takeBackAnswer(test.ctx, cai, firm)).toBe(false);
	});

	it('what planners undo is shown as undone, and its place is free', async () => {
		const id = await offered();
		await accept(ana, id);
		const [change] = await changes();
		await takeBackChange(test.ctx, supervisor, change!.id);
		expect((await list())[0]).toMatchObject({ status: 'open', accepted: 0 });
		expect(await own(ana)).toMatchObject([{ state: 'undone' }]);
		expect(await accept(ben, id)).toMatchObject({ status: 'accepted' });
	});
});

describe('what becomes of the day', () => {
	it.each([
		['overtime', START - HOUR, START, 'earlier', [[-1, 8]]],
		['time_off', END - 2 * HOUR, END, 'leaves', [[0, 6]]],
		['time_off', START, START + 2 * HOUR, 'late', [[2, 8]]]
	] as const)('%s from %d to %d: %s', async (kind, fromAt, toAt, change, shifts) => {
		const id = await offered({ kind, fromAt, toAt, expiresAt: START - 10 * HOUR });
		expect(await own(ana)).toMatchObject([{ change, paidHours: kind === 'overtime' ? 1 : -2 }]);
		expect(await accept(ana, id)).toMatchObject({ status: 'accepted' });
		expect(await shiftsOf('ana')).toEqual(shifts);
	});

	it('on a free day it is a shift with the breaks of its length', async () => {
		const id = await offered({ agentIds: ['dan'], fromAt: START, toAt: START + 6 * HOUR });
		expect(await accept(dan, id)).toMatchObject({ status: 'accepted' });
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
