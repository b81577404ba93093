import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorWithRole } from '../access/testing.ts';
import { agents, agentSkills, notices, rosters, shifts, skills, queues } from '../db/schema/index.ts';
import { askLeave, decideLeave } from '../leave/index.ts';
import { agentActor, openSmallCentre } from '../leave/testing.ts';
import { changeMinimumStaff } from '../minimum-staff/index.ts';
import { listChanges, listScheduled, recordChange, takeBackChange } from '../rosters/index.ts';
import { askAvailability, saveWishTerms } from '../wishes/index.ts';
import {
	answerOffer,
	decideSwap,
	endSwaps,
	listSwaps,
	offerShift,
	ownSwaps,
	readSwap,
	saveSwapTerms,
	withdrawOffer
} from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday at midnight. */
const MONDAY = Date.UTC(2026, 5, 1);
const planner = actorWithRole('planner');
const supervisor = actorWithRole('supervisor');
const [ana, ben, cat] = [agentActor('ana'), agentActor('ben'), agentActor('cat')];
const pause = (startAt: number) => ({ startAt, endAt: startAt + HOUR / 4, isPaid: true });
let test: Awaited<ReturnType<typeof openSmallCentre>>;

/** Shifts by the hour of the week at which they begin; eight hours each, with a pause. */
async function roster(of: Record<string, number[]>, monday = MONDAY): Promise<void> {
	const { orm } = test.ctx.db;
	const made = { createdBy: 'x', createdAt: 0 };
	await orm.insert(rosters).values({
		...{ id: 'r', name: 'R', fromAt: monday, toAt: monday + 14 * DAY, timeZone: 'UTC', publishedAt: 1 },
		...{ status: 'published' as const, problem: {}, result: {}, ...made }
	});
	await orm.insert(shifts).values(
		Object.entries(of).flatMap(([agentId, hours]) =>
			hours.map((hour) => {
				const startAt = monday + hour * HOUR;
				return {
					...{ id: `${agentId} ${hour}`, rosterId: 'r', agentId, templateId: 't' },
					...{ startAt, endAt: startAt + 8 * HOUR, breaks: [pause(startAt + 4 * HOUR)] }
				};
			})
		)
	);
}
/** Dan can do the same work, and works from ten to six on Wednesday. */
async function addDan(): Promise<void> {
	const { orm } = test.ctx.db;
	await orm.insert(agents).values({ id: 'dan', siteId: 'main', name: 'dan', createdAt: 0 });
	await orm.insert(agentSkills).values({ agentId: 'dan', skillId: 'calls' });
	const later = { startAt: at(2, 10), endAt: at(2, 18), breaks: [] };
	await orm.insert(shifts).values({ id: 'd', rosterId: 'r', agentId: 'dan', templateId: 't', ...later });
}
const at = (day: number, hour: number) => MONDAY + day * DAY + hour * HOUR;
const scheduled = async () => listScheduled(test.ctx, planner, { fromMs: MONDAY, toMs: MONDAY + 14 * DAY });
const told = async (userId: string) =>
	(await test.ctx.db.orm.select().from(notices).where(eq(notices.userId, userId))).map(({ kind }) => kind);
const cover = (startAt: number, toAgentId: string | null = null) =>
	offerShift(test.ctx, ana, { startAt, kind: 'cover', toAgentId });
async function offered(startAt: number, toAgentId: string | null = null): Promise<string> {
	const answer = await cover(startAt, toAgentId);
	if (answer.kind !== 'offered') throw new Error('nobody may');
	return answer.id;
}

beforeEach(async () => {
	test = await openSmallCentre(MONDAY + HOUR);
	await saveSwapTerms(test.ctx, planner, { isAutomatic: true, leastHoursAhead: 12, openDays: 7 });
	// Ana early on Wednesday; Ben early on Tuesday and late on Thursday; Cat late on Tuesday, until ten at night.
	await roster({ ana: [48 + 8], ben: [24 + 8, 72 + 14], cat: [24 + 14] });
});
afterEach(() => test.close());

describe('a cover', () => {
	it('goes from offer to both schedules in one step, and both are told', async () => {
		expect(await cover(at(2, 8))).toMatchObject({ kind: 'offered', asked: 1, expiresAt: at(1, 20) });
		const [asked] = (await ownSwaps(test.ctx, ben)).asked;
		expect(asked).toMatchObject({ kind: 'cover', name: 'ana', startAt: at(2, 8) });
		expect(await told('ben')).toEqual(['swap.offered']);
		expect(await answerOffer(test.ctx, ben, { id: asked!.id, answer: 'accept' })).toEqual({ kind: 'done' });
		const after = await scheduled();
		expect(after.ana).toBe(undefined);
		expect(after.ben!.map(({ startAt }) => startAt)).toEqual([at(1, 8), at(2, 8), at(3, 14)]);
		// The shift comes with its pause.
		expect(after.ben![1]).toMatchObject({ endAt: at(2, 16), breaks: [pause(at(2, 12))] });
		expect(await told('ben')).toEqual(['swap.offered', 'swap.done']);
		expect(await told('ana')).toEqual(['swap.done']);
		expect(
			(await listChanges(test.ctx, planner, { fromMs: MONDAY, toMs: at(7, 0) })).map((c) => c.kind)
		).toEqual(['taken', 'given']);
		expect((await test.audited()).filter((action) => action === 'schedule.swap')).toHaveLength(2);
	});

	it('asks nobody who would break a rule, and tells planners which', async () => {
		const id = await offered(at(2, 8));
		// Cat goes home at ten on Tuesday: ten hours of rest are not twelve.
		expect((await readSwap(test.ctx, planner, id))!.candidates).toMatchObject([
			{ agentId: 'ben', state: 'asked', rules: [] },
			{ agentId: 'cat', state: 'unfit', rules: ['rest-between-shifts'] }
		]);
		expect((await ownSwaps(test.ctx, cat)).asked).toEqual([]);
		expect(await answerOffer(test.ctx, cat, { id, answer: 'accept' })).toMatchObject({ reason: 'gone' });
		expect(await told('cat')).toEqual([]);
		expect((await listSwaps(test.ctx, planner))[0]).toMatchObject({ asked: 1, unfit: 1, refused: 0 });
	});

	it('takes nobody away whose skill must be there', async () => {
		const { orm } = test.ctx.db;
		await orm.insert(skills).values({ id: 'first-aid', name: 'First aid' });
		await orm.insert(agentSkills).values({ agentId: 'ana', skillId: 'first-aid' });
		const wednesday = { weekdays: [2], fromMinute: 600, toMinute: 660, skillId: 'first-aid' };
		await changeMinimumStaff(test.ctx, planner, { put: [{ ...wednesday, agents: 1 }] });
		expect(await cover(at(2, 8))).toEqual({ kind: 'refused', reason: 'nobody-may' });
		await orm.insert(agentSkills).values({ agentId: 'ben', skillId: 'first-aid' });
		expect(await cover(at(2, 8))).toMatchObject({ kind: 'offered', asked: 1 });
	});

	it('leaves out whoever has leave, cannot work then, works that day, or lacks a skill; with nobody left nothing is asked', async () => {
		const { orm } = test.ctx.db;
		const leave = await askLeave(test.ctx, ben, {
			...{ of: 'days' as const, kindId: 'holiday', fromDate: '2026-06-03', toDate: '2026-06-03' }
		});
		await decideLeave(test.ctx, planner, { id: leave.id, decision: 'approve' });
		expect(await cover(at(2, 8))).toEqual({ kind: 'refused', reason: 'nobody-may' });

		const people = ['dan', 'eve', 'fay'];
		await orm.insert(agents).values(people.map((id) => ({ id, siteId: 'main', name: id, createdAt: 0 })));
		await orm.insert(skills).values({ id: 'claims', name: 'Claims' });
		await orm.insert(queues).values({
			...{ id: 'claims', siteId: 'main', name: 'Claims', channel: 'voice' as const },
			...{ skillId: 'claims', createdAt: 0 }
		});
		await orm.insert(agentSkills).values([
			{ agentId: 'dan', skillId: 'calls' },
			{ agentId: 'eve', skillId: 'calls' },
			{ agentId: 'fay', skillId: 'claims' }
		]);
		const { state } = await askAvailability(test.ctx, agentActor('dan'), {
			validFrom: '2026-06-01',
			ranges: [{ weekday: 2, fromMinute: 600, toMinute: 1_440 }]
		});
		expect(state).toBe('asked');
		await test.ctx.db.client.execute(`UPDATE availabilities SET state = 'approved'`);
		const startAt = at(2, 17);
		const shift = { startAt, endAt: startAt + 4 * HOUR, breaks: [] };
		await orm.insert(shifts).values({ id: 'e', rosterId: 'r', agentId: 'eve', templateId: 't', ...shift });
		expect(await cover(at(2, 8))).toEqual({ kind: 'refused', reason: 'nobody-may' });

		await orm.insert(agents).values({ id: 'gus', siteId: 'main', name: 'gus', createdAt: 0 });
		await orm.insert(agentSkills).values({ agentId: 'gus', skillId: 'calls' });
		const { candidates } = (await readSwap(test.ctx, planner, await offered(at(2, 8))))!;
		expect(candidates.map(({ agentId, rules }) => [agentId, ...rules])).toEqual([
			['ben', 'leave'],
			['cat', 'rest-between-shifts'],
			['dan', 'availability'],
			['eve', 'one-shift-a-day'],
			['fay', 'skills'],
			['gus']
		]);
	});

	it('that broke a rule meanwhile is refused with its name, and nothing changes', async () => {
		const id = await offered(at(2, 8));
		// Ben is kept until eleven on Tuesday night.
		const before = { agentId: 'ben', kind: 'extended' as const, fromAt: at(1, 16), toAt: at(1, 23) };
		await recordChange(test.ctx, supervisor, { ...before, reason: 'a storm' });
		const stood = await scheduled();
		expect(await answerOffer(test.ctx, ben, { id, answer: 'accept' })).toEqual({
			...{ kind: 'refused', reason: 'rules', rules: ['rest-between-shifts'] }
		});
		expect(await scheduled()).toEqual(stood);
		expect((await readSwap(test.ctx, planner, id))!.candidates[0]).toMatchObject({
			...{ agentId: 'ben', state: 'unfit', rules: ['rest-between-shifts'] }
		});
		// He was the only one who was asked.
		expect((await readSwap(test.ctx, planner, id))!.swap.state).toBe('expired');
		expect(await told('ana')).toEqual(['swap.ended']);
	});

	it('is the first one’s who accepts; the other finds it gone', async () => {
		await test.ctx.db.client.execute(`DELETE FROM shifts WHERE agent_id = 'cat'`);
		const id = await offered(at(2, 8));
		const answers = await Promise.all(
			[ben, cat].map((who) => answerOffer(test.ctx, who, { id, answer: 'accept' }))
		);
		expect(answers).toEqual([{ kind: 'done' }, { kind: 'refused', reason: 'gone' }]);
		expect((await scheduled()).cat).toBe(undefined);
	});

	it('can be taken back, refused, and ends by itself; the giver is told', async () => {
		const first = await offered(at(2, 8));
		await expect(cover(at(2, 8))).rejects.toThrow('offered already');
		expect(await withdrawOffer(test.ctx, ben, first)).toBe(false);
		expect(await withdrawOffer(test.ctx, ana, first)).toBe(true);
		expect(await answerOffer(test.ctx, ben, { id: first, answer: 'accept' })).toMatchObject({
			reason: 'gone'
		});
		const second = await offered(at(2, 8), 'ben');
		expect(await answerOffer(test.ctx, ben, { id: second, answer: 'refuse' })).toEqual({
			kind: 'refused-it'
		});
		expect(await told('ana')).toEqual(['swap.ended']);
		const third = await offered(at(2, 8));
		expect(await endSwaps(test.ctx)).toBe(0);
		test.clock.at = at(1, 20);
		expect(await endSwaps(test.ctx)).toBe(1);
		expect((await readSwap(test.ctx, planner, third))!.swap.state).toBe('expired');
		await expect(cover(at(2, 8))).rejects.toThrow('too soon');
		await expect(cover(at(3, 8))).rejects.toThrow('no shift that begins then');
	});
});

describe('a planner', () => {
	beforeEach(() =>
		saveSwapTerms(test.ctx, planner, { isAutomatic: false, leastHoursAhead: 12, openDays: 7 })
	);

	it('approves what was accepted, under every rule as it stands by then', async () => {
		const id = await offered(at(2, 8));
		expect(await answerOffer(test.ctx, ben, { id, answer: 'accept' })).toEqual({ kind: 'accepted' });
		expect(await told('ana')).toEqual(['swap.accepted']);
		expect((await scheduled()).ana).toHaveLength(1);
		await expect(decideSwap(test.ctx, ben, { id, decision: 'approve' })).rejects.toThrow('requests.decide');
		const extended = { agentId: 'ben', kind: 'extended' as const, fromAt: at(1, 16), toAt: at(1, 23) };
		const { changeId } = await recordChange(test.ctx, supervisor, { ...extended, reason: 'a storm' });
		expect(await decideSwap(test.ctx, planner, { id, decision: 'approve' })).toMatchObject({
			reason: 'rules'
		});
		expect((await readSwap(test.ctx, planner, id))!.rules).toEqual(['rest-between-shifts']);
		await takeBackChange(test.ctx, supervisor, changeId);
		expect(await decideSwap(test.ctx, planner, { id, decision: 'approve' })).toEqual({ kind: 'done' });
		expect((await scheduled()).ana).toBe(undefined);
		expect(await decideSwap(test.ctx, planner, { id, decision: 'approve' })).toMatchObject({
			reason: 'gone'
		});
	});

	it('declines with a reason; a swap that was carried out goes back as a whole', async () => {
		const id = await offered(at(2, 8));
		await answerOffer(test.ctx, ben, { id, answer: 'accept' });
		await expect(decideSwap(test.ctx, planner, { id, decision: 'decline' })).rejects.toThrow('say why');
		expect(await decideSwap(test.ctx, planner, { id, decision: 'decline', reason: 'training' })).toEqual({
			kind: 'declined'
		});
		const again = await offered(at(2, 8));
		await answerOffer(test.ctx, ben, { id: again, answer: 'accept' });
		await decideSwap(test.ctx, planner, { id: again, decision: 'approve' });
		const [change] = await listChanges(test.ctx, planner, { fromMs: MONDAY, toMs: at(7, 0) });
		expect(await takeBackChange(test.ctx, supervisor, change!.id)).toBe(true);
		const after = await scheduled();
		expect([after.ana!.length, after.ben!.length]).toEqual([1, 2]);
	});
});

describe('a swap', () => {
	const swap = (returnFrom: string, returnTo: string) =>
		offerShift(test.ctx, ana, { startAt: at(2, 8), kind: 'swap', returnFrom, returnTo });

	it('gives a shift for a shift, of those with which both keep every rule', async () => {
		const answer = await swap('2026-06-02', '2026-06-05');
		if (answer.kind !== 'offered') throw new Error('nobody may');
		const [asked] = (await ownSwaps(test.ctx, ben)).asked;
		// Tuesday’s early shift, and Thursday’s late one.
		expect(asked!.returns.map(({ startAt }) => startAt)).toEqual([at(1, 8), at(3, 14)]);
		const wrong = { id: answer.id, answer: 'accept' as const, returnStartAt: at(4, 8) };
		expect(await answerOffer(test.ctx, ben, wrong)).toMatchObject({ reason: 'gone' });
		expect(await answerOffer(test.ctx, ben, { ...wrong, returnStartAt: at(3, 14) })).toEqual({
			kind: 'done'
		});
		const after = await scheduled();
		expect(after.ana!.map(({ startAt }) => startAt)).toEqual([at(3, 14)]);
		expect(after.ben!.map(({ startAt }) => startAt)).toEqual([at(1, 8), at(2, 8)]);
	});

	it('may be of one day: the shift that is given makes room for the one that is taken', async () => {
		await addDan();
		const answer = await swap('2026-06-03', '2026-06-03');
		if (answer.kind !== 'offered') throw new Error('nobody may');
		const accepted = { id: answer.id, answer: 'accept' as const, returnStartAt: at(2, 10) };
		expect(await answerOffer(test.ctx, agentActor('dan'), accepted)).toEqual({ kind: 'done' });
		const after = await scheduled();
		const spans = [after.ana, after.dan].map((own) => own!.map(({ startAt, endAt }) => [startAt, endAt]));
		// Both whole, although they overlap.
		expect(spans).toEqual([[[at(2, 10), at(2, 18)]], [[at(2, 8), at(2, 16)]]]);
	});

	it('is not asked of who is away on that day, though a shift of theirs stands in their leave', async () => {
		await addDan();
		const { id } = await askLeave(test.ctx, agentActor('dan'), {
			...{ of: 'days' as const, kindId: 'holiday', fromDate: '2026-06-03', toDate: '2026-06-03' }
		});
		await decideLeave(test.ctx, planner, { id, decision: 'approve' });
		expect(await swap('2026-06-03', '2026-06-03')).toEqual({ kind: 'refused', reason: 'nobody-may' });
	});

	it('leaves out who has no shift to give on those days', async () => {
		expect(await swap('2026-06-05', '2026-06-06')).toEqual({ kind: 'refused', reason: 'nobody-may' });
		await expect(swap('2026-06-05', '2026-06-30')).rejects.toThrow('at most 14');
		await expect(offerShift(test.ctx, ana, { startAt: at(2, 8), kind: 'swap' })).rejects.toThrow(
			'work in return'
		);
	});
});

it('in the week after the clocks change a shift is held against the clock of its own day', async () => {
	test.close();
	test = await openSmallCentre(Date.UTC(2026, 2, 30, 6), 'Europe/Madrid');
	await saveWishTerms(test.ctx, planner, { points: 10, reducingNeedsConsent: false });
	// Ana from eight to four on Wednesday, which is just when Ben can work.
	await roster({ ana: [48 + 8] }, Date.UTC(2026, 2, 29, 22));
	await askAvailability(test.ctx, ben, {
		validFrom: '2026-03-30',
		ranges: [{ weekday: 2, fromMinute: 480, toMinute: 960 }]
	});
	expect(await cover(Date.UTC(2026, 3, 1, 6), 'ben')).toMatchObject({ kind: 'offered', asked: 1 });
});
