import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, agentActor as self } from '../access/testing.ts';
import { notices } from '../db/schema/index.ts';
import { askLeave, decideLeave, type LeaveInput } from '../leave/index.ts';
import { changeMinimumStaff } from '../minimum-staff/index.ts';
import { recordChange } from '../rosters/index.ts';
import { askAvailability, decideAvailability } from '../wishes/index.ts';
import { makeOffer, previewOffer, withdrawOffer } from './index.ts';
import { END, HOUR, openOffers, START, supervisor } from './testing.ts';

const [ana, ben, cai, dan] = [self('ana'), self('ben'), self('cai'), self('dan')];
let test: Awaited<ReturnType<typeof openOffers>>;
beforeEach(async () => {
	test = await openOffers();
});
afterEach(() => test.close());

describe('before anybody is asked', () => {
	it('says who may, who may not by which rule, and what it does to the cover', async () => {
		await test.callInEarly('ben');
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
		await test.callInEarly('ben');
		await test.ctx.db.orm.delete(notices);
		expect(await test.make()).toMatchObject({
			...{ status: 'made', asked: ['ana', 'cai'] },
			leftOut: [{ agentId: 'ben', reasons: ['rest-between-shifts'] }]
		});
		expect(await test.ctx.db.orm.select().from(notices)).toMatchObject([
			{ userId: 'u-ana', kind: 'offer.made', about: { offer: 'overtime', startAt: END }, href: '/me' },
			{ userId: 'u-cai', kind: 'offer.made' }
		]);
		const [row] = await test.list();
		expect(row!.answers.map(({ agentId, state, reasons }) => [agentId, state, reasons])).toEqual([
			['ana', 'asked', []],
			['ben', 'left_out', ['rest-between-shifts']],
			['cai', 'asked', []]
		]);
		expect(await test.own(ben)).toEqual([]);
		expect(await test.accept(ben, row!.id)).toEqual({ status: 'gone' });
	});

	it('nobody is asked where everybody would break one, and nothing is kept', async () => {
		await test.callInEarly('ben');
		expect(await test.make({ agentIds: ['ben'] })).toMatchObject({ status: 'nobody' });
		expect(await test.list()).toEqual([]);
	});

	it('time off must leave the least hours of the contract', async () => {
		const off = { kind: 'time_off' as const, toAt: END };
		expect(await test.make({ ...off, fromAt: END - 3 * HOUR })).toMatchObject({
			status: 'nobody',
			leftOut: [{ reasons: ['min-hours-per-week'] }, {}, {}]
		});
		expect(await test.make({ ...off, fromAt: END - 2 * HOUR })).toMatchObject({
			status: 'made',
			leftOut: []
		});
	});

	it('time off leaves as many as must be there: who is asked too many finds the minimum staff in the way', async () => {
		const always = { weekdays: [0, 1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 1_440 };
		const planner = actorWithRole('planner');
		const { undo } = await changeMinimumStaff(test.ctx, planner, { put: [{ ...always, agents: 3 }] });
		const off = { kind: 'time_off' as const, fromAt: END - 2 * HOUR, toAt: END, places: 3 };
		expect(await test.make(off)).toMatchObject({
			status: 'nobody',
			leftOut: ['ana', 'ben', 'cai'].map((agentId) => ({ agentId, reasons: ['minimum-staff'] }))
		});
		await changeMinimumStaff(test.ctx, planner, undo);
		await changeMinimumStaff(test.ctx, planner, { put: [{ ...always, agents: 2 }] });
		const id = await test.offered(off);
		expect(await test.accept(ana, id)).toMatchObject({ status: 'accepted' });
		expect(await test.accept(ben, id)).toEqual({ status: 'not-possible', reasons: ['minimum-staff'] });
		expect(await test.make({ agentIds: ['ben'] })).toMatchObject({ status: 'made', leftOut: [] });
	});

	it('who is away that day is not called in', async () => {
		await recordChange(test.ctx, supervisor, {
			...{ agentId: 'ana', kind: 'absent', fromAt: START, toAt: END, reason: 'ill' }
		});
		expect(await test.make({ agentIds: ['ana', 'dan'] })).toMatchObject({
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
		expect(await test.make({ agentIds: ['ana', 'ben', 'cai', 'dan'] })).toMatchObject({
			status: 'nobody',
			leftOut: [
				{ agentId: 'ana', reasons: ['leave'] },
				{ agentId: 'ben', reasons: ['availability'] },
				{ agentId: 'cai', reasons: ['availability'] },
				{ agentId: 'dan', reasons: ['leave'] }
			]
		});
		const off = { kind: 'time_off' as const, fromAt: END - 2 * HOUR, toAt: END };
		expect(await test.make({ ...off, agentIds: ['ana', 'ben'] })).toMatchObject({
			status: 'made',
			leftOut: []
		});
	});

	it('who has got leave since is not accepted any more', async () => {
		const id = await test.offered({ agentIds: ['ana'] });
		const leave = { of: 'days' as const, kindId: 'holiday', fromDate: '2026-06-02', toDate: '2026-06-02' };
		const asked = await askLeave(test.ctx, ana, leave);
		await decideLeave(test.ctx, actorWithRole('planner'), { id: asked.id, decision: 'approve' });
		expect(await test.accept(ana, id)).toEqual({ status: 'not-possible', reasons: ['leave'] });
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
		await expect(test.make(input)).rejects.toThrow(InvalidInputError);
		await expect(test.make(input)).rejects.toThrow(text);
		expect(await test.list()).toEqual([]);
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
