import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorWithRole } from '../access/testing.ts';
import { agents, notices } from '../db/schema/index.ts';
import { listScheduled } from '../rosters/index.ts';
import { insertPlan, publishRoster } from '../rosters/testing.ts';
import {
	absentToday,
	askLeave,
	carryOver,
	decideLeave,
	listAllowances,
	listLeave,
	ownLeave,
	previewLeave,
	readLeaveEffect,
	readLeaveTerms,
	removeLeaveLimit,
	resolveLeave,
	saveAllowance,
	saveLeaveLimit,
	saveLeaveTerms,
	withdrawLeave
} from './index.ts';
import { findLeave } from './list-leave.ts';
import { agentActor, openSmallCentre } from './testing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday morning. */
const NOW = Date.UTC(2026, 5, 1, 8);
const planner = actorWithRole('planner');
const [ana, ben, cat] = [agentActor('ana'), agentActor('ben'), agentActor('cat')];
let test: Awaited<ReturnType<typeof openSmallCentre>>;
beforeEach(async () => {
	test = await openSmallCentre(NOW);
	await saveLeaveTerms(test.ctx, planner, { ...(await readLeaveTerms(test.ctx)), isAutomatic: true });
});
afterEach(() => test.close());

const days = (fromDate: string, toDate = fromDate, kindId = 'holiday') => ({
	...{ of: 'days' as const, kindId, fromDate, toDate }
});
const oneAway = (fields: object = {}) => saveLeaveLimit(test.ctx, planner, { heads: 1, ...fields });
const stateOf = async (id: string) => (await findLeave(test.ctx, planner, id))?.leave.state;
const told = async (userId: string) =>
	(await test.ctx.db.orm.select().from(notices))
		.filter((one) => one.userId === userId)
		.map(({ kind }) => kind);
const left = async (year = 2026) =>
	(await ownLeave(test.ctx, ana, year)).balances.find(({ kindId }) => kindId === 'holiday')!.left;

describe('the last place', () => {
	it('of two who ask for it at once one has it and one waits, in the order in which they asked', async () => {
		await oneAway();
		const [first, second, third] = await Promise.all(
			[ana, ben, cat].map((who) => askLeave(test.ctx, who, days('2026-06-10')))
		);
		expect(first).toMatchObject({ state: 'approved', place: null });
		expect(second).toMatchObject({
			state: 'waiting',
			place: 1,
			obstacles: [{ kind: 'full', date: '2026-06-10', places: 1, held: 1 }]
		});
		expect(third).toMatchObject({ state: 'waiting', place: 2 });
	});

	it('that becomes free goes to the first who waits, exactly once, and tells them', async () => {
		await oneAway();
		const [first, second, third] = await Promise.all(
			[ana, ben, cat].map((who) => askLeave(test.ctx, who, days('2026-06-10')))
		);
		const taken = await Promise.all([
			withdrawLeave(test.ctx, ana, first!.id),
			withdrawLeave(test.ctx, ana, first!.id)
		]);
		expect(taken).toEqual([true, false]);
		expect([await stateOf(second!.id), await stateOf(third!.id)]).toEqual(['approved', 'waiting']);
		expect(await told('ben')).toEqual(['leave.approved']);
		expect(await told('cat')).toEqual([]);
		expect((await test.audited()).filter((action) => action === 'leave.move-up')).toHaveLength(1);
	});

	it('is theirs who wait where there are more people by now, before anybody’s who asks only then', async () => {
		await saveLeaveLimit(test.ctx, planner, { share: 0.5 });
		await askLeave(test.ctx, ana, days('2026-06-10'));
		const waiting = await askLeave(test.ctx, ben, days('2026-06-10'));
		expect(waiting.state).toBe('waiting');
		// Half of four is two.
		await test.ctx.db.orm.insert(agents).values({ id: 'dan', siteId: 'main', name: 'dan', createdAt: 0 });
		expect(await askLeave(test.ctx, cat, days('2026-06-10'))).toMatchObject({ state: 'waiting', place: 1 });
		expect(await stateOf(waiting.id)).toBe('approved');
	});

	it('comes with a raised limit and one that is taken away; those who do not fit are passed', async () => {
		const limit = await oneAway();
		const early = await oneAway({ fromDate: '2026-06-12', toDate: '2026-06-12' });
		await askLeave(test.ctx, ana, days('2026-06-10', '2026-06-12'));
		const long = await askLeave(test.ctx, ben, days('2026-06-10', '2026-06-12'));
		const short = await askLeave(test.ctx, cat, days('2026-06-10'));
		await saveLeaveLimit(test.ctx, planner, { id: limit, heads: 2 });
		// Friday has one place still: the first of the line waits on, the second fits.
		expect([await stateOf(long.id), await stateOf(short.id)]).toEqual(['waiting', 'approved']);
		await saveLeaveLimit(test.ctx, planner, { id: limit, share: 1 });
		expect(await removeLeaveLimit(test.ctx, planner, early)).toBe(true);
		expect(await stateOf(long.id)).toBe('approved');
		expect(await removeLeaveLimit(test.ctx, planner, early)).toBe(false);
	});

	it('is counted in whole people of a share, of those whom the limit means, and not for kinds that take none', async () => {
		await saveLeaveLimit(test.ctx, planner, { share: 0.5, teamId: 'voice' });
		await saveLeaveLimit(test.ctx, planner, { heads: 0, skillId: 'calls', fromDate: '2026-12-24' });
		const terms = await readLeaveTerms(test.ctx);
		const kinds = terms.kinds.map((kind) => (kind.id === 'unpaid' ? { ...kind, takesPlace: false } : kind));
		await saveLeaveTerms(test.ctx, planner, { ...terms, kinds });
		expect((await askLeave(test.ctx, ana, days('2026-06-10'))).state).toBe('approved');
		// Half of three is one.
		expect((await askLeave(test.ctx, ben, days('2026-06-10'))).state).toBe('waiting');
		expect((await askLeave(test.ctx, cat, days('2026-06-10', '2026-06-10', 'unpaid'))).state).toBe(
			'approved'
		);
		expect((await askLeave(test.ctx, cat, days('2026-12-24'))).obstacles).toEqual([
			{ kind: 'full', date: '2026-12-24', places: 0, held: 0 }
		]);
	});
});

describe('the allowance', () => {
	it('is held by what is approved, and returned by what is taken back or declined', async () => {
		expect(await left()).toBe(22);
		const taken = await askLeave(test.ctx, ana, days('2026-06-08', '2026-06-14'));
		expect(await left()).toBe(17);
		expect(await withdrawLeave(test.ctx, ana, taken.id)).toBe(true);
		expect(await left()).toBe(22);
		const { id } = await askLeave(test.ctx, ana, days('2026-06-08', '2026-06-14'));
		await decideLeave(test.ctx, planner, { id, decision: 'decline', reason: 'stocktaking' });
		expect(await left()).toBe(22);
	});

	it('is held by what is asked for until it begins: what nobody has decided by then costs nothing', async () => {
		await saveLeaveTerms(test.ctx, planner, { ...(await readLeaveTerms(test.ctx)), isAutomatic: false });
		const { id, state } = await askLeave(test.ctx, ana, days('2026-06-08', '2026-06-12'));
		expect([state, await left()]).toEqual(['asked', 17]);
		test.clock.at = Date.UTC(2026, 5, 8);
		expect(await left()).toBe(22);
		expect(await decideLeave(test.ctx, planner, { id, decision: 'approve' })).toMatchObject({
			reason: 'gone'
		});
		expect((await listLeave(test.ctx, planner))[0]).toMatchObject({ id, isAhead: false, amount: 5 });
	});

	it('pays a day of a week whose others only wait', async () => {
		await oneAway({ fromDate: '2026-06-08', toDate: '2026-06-12' });
		await askLeave(test.ctx, ben, days('2026-06-08', '2026-06-12'));
		expect((await askLeave(test.ctx, ana, days('2026-06-08', '2026-06-12'))).state).toBe('waiting');
		expect((await previewLeave(test.ctx, ana, days('2026-06-13'))).years).toEqual([
			{ year: 2026, amount: 1, left: 21 }
		]);
	});

	it('of years of which nothing is kept is not made up', async () => {
		expect((await ownLeave(test.ctx, ana, 2024)).year).toBe(2026);
		expect((await ownLeave(test.ctx, ana, 2025)).year).toBe(2025);
	});

	it('of each year pays its own days over the end of the year', async () => {
		await saveAllowance(test.ctx, planner, { agentId: 'ana', kindId: 'holiday', year: 2026, amount: 3 });
		await saveAllowance(test.ctx, planner, { agentId: 'ana', kindId: 'holiday', year: 2027, amount: 1 });
		const over = await askLeave(test.ctx, ana, days('2026-12-29', '2027-01-03'));
		expect(over).toMatchObject({
			state: 'waiting',
			obstacles: [{ kind: 'allowance', year: 2027, wanted: 2, left: 1 }]
		});
		await saveAllowance(test.ctx, planner, { agentId: 'ana', kindId: 'holiday', year: 2027, amount: 2 });
		expect(await stateOf(over.id)).toBe('approved');
		expect([await left(2026), await left(2027)]).toEqual([0, 0]);
	});

	it('that is left is carried into the next year, at most so much, and again in place of what was', async () => {
		await askLeave(test.ctx, ana, days('2026-06-08', '2026-06-12'));
		const carry = { kindId: 'holiday', year: 2026, most: 20, until: '2027-03-31' };
		expect(await carryOver(test.ctx, planner, carry)).toBe(3);
		const carried = async () =>
			(await listAllowances(test.ctx, planner, 2027))
				.filter(({ kindId }) => kindId === 'holiday')
				.map((row) => row.carried);
		expect(await carried()).toEqual([17, 20, 20]);
		expect(await carryOver(test.ctx, planner, carry)).toBe(3);
		await carryOver(test.ctx, planner, { ...carry, most: 5 });
		expect(await carried()).toEqual([5, 5, 5]);
		expect(await carryOver(test.ctx, planner, { ...carry, most: 0 })).toBe(0);
		expect(await carried()).toEqual([0, 0, 0]);
		await expect(carryOver(test.ctx, planner, { ...carry, year: 2028 })).rejects.toThrow('only of last year');
	});

	it('in hours counts the night on which the clocks change as long as it is', async () => {
		test.close();
		test = await openSmallCentre(NOW, 'Europe/Madrid');
		const night = {
			of: 'hours' as const,
			kindId: 'training',
			date: '2026-10-25',
			fromTime: '00:00',
			toTime: '05:00'
		};
		expect((await previewLeave(test.ctx, ana, night)).years).toEqual([{ year: 2026, amount: 6, left: 14 }]);
		const late = { ...night, date: '2026-10-24', fromTime: '22:00', toTime: '02:30' };
		// Until the second half past two.
		expect((await previewLeave(test.ctx, ana, late)).years[0]!.amount).toBe(5.5);
		await expect(
			previewLeave(test.ctx, ana, { ...night, date: '2027-03-28', fromTime: '02:30' })
		).rejects.toThrow('the clocks skip that time');
	});
});

describe('deciding', () => {
	beforeEach(async () => {
		await saveLeaveTerms(test.ctx, planner, { ...(await readLeaveTerms(test.ctx)), isAutomatic: false });
	});

	it('is a planner’s where the centre wants it so; the agent is told, and a decline says why', async () => {
		const { id, state } = await askLeave(test.ctx, ana, days('2026-06-10'));
		expect(state).toBe('asked');
		await expect(decideLeave(test.ctx, ana, { id, decision: 'approve' })).rejects.toThrow('requests.decide');
		await expect(decideLeave(test.ctx, planner, { id, decision: 'decline' })).rejects.toThrow('say why');
		expect(await decideLeave(test.ctx, planner, { id, decision: 'approve' })).toEqual({ kind: 'approved' });
		expect(await decideLeave(test.ctx, planner, { id, decision: 'approve' })).toMatchObject({
			reason: 'gone'
		});
		expect(await decideLeave(test.ctx, planner, { id, decision: 'decline', reason: 'stocktaking' })).toEqual({
			kind: 'declined'
		});
		expect(await told('ana')).toEqual(['leave.approved', 'leave.declined']);
		expect((await ownLeave(test.ctx, ana, null)).requests[0]).toMatchObject({
			state: 'declined',
			reason: 'stocktaking'
		});
	});

	it('passes a limit only with a reason; a place that comes free is asked for and held', async () => {
		await oneAway();
		const [first, second, third] = await Promise.all(
			[ana, ben, cat].map((who) => askLeave(test.ctx, who, days('2026-06-10')))
		);
		expect([first!.state, second!.state]).toEqual(['asked', 'waiting']);
		expect(await decideLeave(test.ctx, planner, { id: third!.id, decision: 'approve' })).toMatchObject({
			reason: 'does-not-fit'
		});
		await decideLeave(test.ctx, planner, { id: first!.id, decision: 'decline', reason: 'no' });
		expect(await stateOf(second!.id)).toBe('asked');
		expect(await told('ben')).toEqual(['leave.free']);
		expect(
			await decideLeave(test.ctx, planner, { id: third!.id, decision: 'approve', reason: 'a wedding' })
		).toEqual({ kind: 'approved' });
	});

	it('shows what granting it does to cover', async () => {
		const startAt = NOW + 2 * DAY;
		const span = { fromAt: startAt, toAt: startAt + 8 * HOUR };
		await insertPlan(test.ctx, span, {
			...{ queueId: 'billing', startAt, intervalSeconds: 1800 },
			...{ agents: Array.from({ length: 16 }, () => 2), agentsWithShrinkage: 2 }
		});
		await publishRoster(test.ctx, span, ['ana', 'ben'], { startAt, endAt: span.toAt });
		const { id } = await askLeave(test.ctx, ana, days('2026-06-03'));
		expect(await readLeaveEffect(test.ctx, planner, id)).toMatchObject({
			rosteredHours: 8,
			shortHours: { with: 0, without: 8 },
			days: [{ date: '2026-06-03', held: 0, places: null }]
		});
		const later = await askLeave(test.ctx, ana, days('2026-07-03'));
		expect(await readLeaveEffect(test.ctx, planner, later.id)).toMatchObject({
			rosteredHours: null,
			shortHours: null
		});
	});
});

describe('a published shift', () => {
	const startAt = NOW + 2 * DAY;
	const endAt = startAt + 8 * HOUR;
	const own = async () =>
		(await listScheduled(test.ctx, planner, { fromMs: startAt, toMs: endAt })).ana ?? [];
	beforeEach(() =>
		publishRoster(test.ctx, { fromAt: startAt, toAt: endAt }, ['ana', 'ben'], { startAt, endAt })
	);

	it('in the way of approved leave is a conflict; taken out it is an absence that goes with the leave', async () => {
		const { id } = await askLeave(test.ctx, ana, days('2026-06-03'));
		const view = async () => (await listLeave(test.ctx, planner)).find((one) => one.id === id)!;
		expect((await view()).conflicts).toEqual([{ startAt, endAt }]);
		expect(await resolveLeave(test.ctx, planner, id)).toBe(1);
		expect((await view()).conflicts).toEqual([]);
		expect(await own()).toEqual([]);
		await withdrawLeave(test.ctx, ana, id);
		expect(await own()).toHaveLength(1);
		expect(await resolveLeave(test.ctx, planner, id)).toBe(null);
	});

	it('nobody has taken out by then is an absence on the day itself, hours as a part of it', async () => {
		const hours = {
			of: 'hours' as const,
			kindId: 'training',
			date: '2026-06-03',
			fromTime: '10:00',
			toTime: '12:00'
		};
		const { id } = await askLeave(test.ctx, ana, hours);
		expect(await absentToday(test.ctx)).toBe(0);
		test.clock.at = startAt - HOUR;
		expect(await absentToday(test.ctx)).toBe(1);
		expect(await absentToday(test.ctx)).toBe(0);
		expect(await own()).toMatchObject([
			{ startAt, endAt: startAt + 2 * HOUR },
			{ startAt: startAt + 4 * HOUR, endAt }
		]);
		// It can be taken back until it begins, and not after.
		test.clock.at = startAt + 3 * HOUR;
		expect(await withdrawLeave(test.ctx, ana, id)).toBe(false);
	});
});

it('a night shift that reaches into a day of leave ends at its midnight, as is known that morning', async () => {
	const startAt = Date.UTC(2026, 5, 2, 22);
	const [fromAt, endAt] = [Date.UTC(2026, 5, 2), startAt + 8 * HOUR];
	await publishRoster(test.ctx, { fromAt, toAt: endAt }, ['ana'], { startAt, endAt });
	await askLeave(test.ctx, ana, days('2026-06-03'));
	expect(await absentToday(test.ctx)).toBe(0);
	test.clock.at = Date.UTC(2026, 5, 2, 7);
	expect(await absentToday(test.ctx)).toBe(1);
	const own = await listScheduled(test.ctx, planner, { fromMs: fromAt, toMs: endAt });
	expect(own.ana).toMatchObject([{ startAt, endAt: Date.UTC(2026, 5, 3) }]);
});

it('what nobody could be granted is refused at the door, and another’s is not to be touched', async () => {
	const asked = await askLeave(test.ctx, ana, days('2026-06-10'));
	expect(await withdrawLeave(test.ctx, ben, asked.id)).toBe(false);
	expect((await ownLeave(test.ctx, ben, null)).requests).toEqual([]);
	await expect(askLeave(test.ctx, ana, days('2026-06-09', '2026-06-11'))).rejects.toThrow(
		'2026-06-10 already'
	);
	await expect(askLeave(test.ctx, ana, days('2026-06-01'))).rejects.toThrow('later than now');
	await expect(askLeave(test.ctx, ana, days('2026-06-05', '2026-06-04'))).rejects.toThrow('last day');
	await expect(askLeave(test.ctx, ana, days('2026-06-05', '2026-06-05', 'x'))).rejects.toThrow('"x"');
	await expect(askLeave(test.ctx, ana, days('2029-06-05'))).rejects.toThrow('two years');
	await expect(askLeave(test.ctx, planner, days('2026-06-05'))).rejects.toThrow('schedule.own');
	await expect(oneAway({ heads: null })).rejects.toThrow('heads or a share');
	await expect(oneAway({ teamId: 'x' })).rejects.toThrow('no team "x"');
	await expect(saveLeaveLimit(test.ctx, ana, { heads: 1 })).rejects.toThrow('requests.manage');
	await expect(
		saveAllowance(test.ctx, planner, { agentId: 'zoe', kindId: 'holiday', year: 2026, amount: 1 })
	).rejects.toThrow('"zoe"');
	await expect(
		saveAllowance(test.ctx, planner, {
			...{ agentId: 'ana', kindId: 'holiday', year: 2026, amount: 1 },
			...{ fromDate: '2026-07-01', toDate: '2026-06-01' }
		})
	).rejects.toThrow('must not end before');
	const terms = await readLeaveTerms(test.ctx);
	const { after } = await saveLeaveTerms(test.ctx, planner, {
		...terms,
		kinds: terms.kinds.filter(({ id }) => id === 'unpaid')
	});
	// What was asked for keeps its kind, and what that is counted in.
	expect(after.kinds.map(({ id }) => id)).toEqual(['unpaid', 'holiday']);
	const kinds = after.kinds.map((kind) => ({ ...kind, unit: 'hours' as const }));
	await expect(saveLeaveTerms(test.ctx, planner, { ...after, kinds })).rejects.toThrow(
		'counted in days already'
	);
});
