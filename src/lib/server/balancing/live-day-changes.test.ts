import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Proposal } from '#lib/contracts/balance.ts';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { notices, shifts, users } from '../db/schema/index.ts';
import { answerOffer, listOwnOffers } from '../offers/index.ts';
import { listChanges, listScheduled, takeBackChange } from '../rosters/index.ts';
import { insertPlan } from '../rosters/testing.ts';
import { acceptProposals } from './accept-proposals.ts';
import { dismissProposal } from './dismiss-proposal.ts';
import { listPromises } from './list-promises.ts';
import { PromiseWatch } from './promise-watch.ts';
import { readBoard } from './read-board.ts';
import { rosterToday, smallCentre, type SmallCentre } from './testing.ts';

const MINUTE = 60_000;
const supervisor = actorWithRole('supervisor');
const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: SmallCentre;
let noon: number;
const span = () => ({ fromMs: noon - 4 * 60 * MINUTE, toMs: noon + 4 * 60 * MINUTE });

/** Who serves the burning queue has a break in twenty minutes; of those at the calm one nothing is planned. */
beforeEach(async () => {
	test = await openTestContext();
	noon = Date.UTC(2026, 10, 24, 12);
	test.clock.at = noon;
	centre = await smallCentre(test.ctx);
	await rosterToday(test.ctx, ['a8', 'a9'], {
		startAt: noon - 3 * 60 * MINUTE,
		...{ endAt: noon + 4 * 60 * MINUTE, breakAt: noon + 20 * MINUTE }
	});
});
afterEach(() => test.close());

async function proposed(): Promise<Proposal> {
	const proposal: Proposal = {
		...{ id: 'p', origin: 'balancer', from: 'burning', to: null, how: 'break', agents: [], others: [] },
		dayChanges: [
			{
				...{
					agent: 'a8',
					kind: 'moved',
					activity: 'break',
					fromAt: noon + 20 * MINUTE,
					toAt: noon + 35 * MINUTE
				},
				movedTo: noon + 35 * MINUTE
			}
		],
		effects: [
			{
				queue: 'burning',
				before: [0.1, 0, 0.2],
				after: [0.5, 0, 1],
				waitingBefore: [9, 5, 12],
				waitingAfter: [4, 2, 7],
				lostBefore: 20,
				lostAfter: 8
			}
		],
		...{ offer: null, paidHours: 0, saves: 2, costs: 0.5, sinceMs: noon, asOfMs: noon }
	};
	centre.balance.book.put(proposal);
	return proposal;
}
/** A staffing plan that asks for two at the burning queue from noon to half past. */
const planTwoUntilHalfPast = () =>
	insertPlan(
		test.ctx,
		{ fromAt: noon, toAt: noon + 30 * MINUTE },
		{ queueId: 'burning', startAt: noon, intervalSeconds: 1_800, agents: [2], agentsWithShrinkage: 2 }
	);
const breaksOf = async (id: string) =>
	((await listScheduled(test.ctx, supervisor, span()))[id] ?? [])[0]!.breaks.map(
		({ startAt }) => (startAt - noon) / MINUTE
	);

describe('changes of the day', () => {
	it('are known of those who serve, as the roster allows, and where the floor expects the break', async () => {
		const read = (await centre.balance.readFloor())!;
		const ways = read.dayChanges.map(({ agent, day }) => [
			read.agents[agent!]!.id,
			(day!.movedTo! - noon) / MINUTE
		]);
		// Off at 20 for a quarter of an hour; not before 15, and back within the hour.
		expect(ways).toEqual([['a8', 35], ['a9', 35]]); // prettier-ignore
		const changes = read.dayChanges[0]!.day!.changes.filter(({ reason }) => reason === 'break');
		expect(changes.map(({ inSeconds, isServing }) => [inSeconds / 60, isServing])).toEqual([
			[35, false],
			[50, true]
		]);
	});

	it('accepted, are changes of the day as by hand: audited, told, with cover anew, and not moved again', async () => {
		const { orm } = test.ctx.db;
		const made = { createdAt: new Date(0), updatedAt: new Date(0) };
		await orm.insert(users).values({ id: 'u8', name: 'A8', email: 'a8@example.org', agentId: 'a8', role: 'agent', ...made }); // prettier-ignore
		await planTwoUntilHalfPast();
		const { id } = await proposed();
		const answer = await acceptProposals(centre, supervisor, { ids: [id], reason: 'rush' });
		expect(answer).toMatchObject({
			status: 'accepted',
			commands: [],
			changes: [{ agent: 'a8', brokenRules: [] }],
			rejected: []
		});
		// Both were away for the last ten minutes of the half hour for which two are planned.
		const { shortHours } = (answer as Extract<typeof answer, { status: 'accepted' }>).changes[0]!;
		expect([shortHours!.before, shortHours!.after].map((hours) => hours * 60)).toEqual([
			expect.closeTo(20, 6),
			expect.closeTo(10, 6)
		]);
		expect(await breaksOf('a8')).toEqual([35]);
		expect(await listChanges(test.ctx, supervisor, span())).toMatchObject([
			{ agentId: 'a8', kind: 'moved', activity: 'break', reason: 'rush', createdBy: supervisor.id }
		]);
		expect(await test.audited()).toEqual(['balance.accept', 'schedule.change']);
		expect(await test.ctx.db.orm.select().from(notices)).toMatchObject([{ kind: 'schedule.changed' }]);
		expect(await listPromises(test.ctx, supervisor, span())).toMatchObject([
			{ queue: 'burning', dayChanges: 1, arrivals: 0, departures: 0, outcome: 'open', reason: 'rush' }
		]);
		expect(await acceptProposals(centre, supervisor, { ids: [id] })).toEqual({ status: 'gone' });
		const read = (await centre.balance.readFloor())!;
		expect(read.dayChanges.map(({ agent }) => read.agents[agent!]!.id)).toEqual(['a9']);
	});

	it('need the right to change the day, and say which could not be moved', async () => {
		const { id } = await proposed();
		const watcher = { ...supervisor, rights: supervisor.rights.filter((right) => right !== 'schedule.change') }; // prettier-ignore
		await expect(acceptProposals(centre, watcher, { ids: [id] })).rejects.toThrow(ForbiddenError);
		await expect(acceptProposals(centre, planner, { ids: [id] })).rejects.toThrow(ForbiddenError);
		expect(readBoard(centre.balance, supervisor).proposals.map((one) => one.id)).toEqual([id]);
		await expect(acceptProposals(centre, supervisor, { ids: [id], agents: ['a9'] })).rejects.toThrow('only people who go'); // prettier-ignore
		// Somebody else has cut the shift meanwhile.
		centre.balance.book.find(id)!.dayChanges[0]!.toAt += MINUTE;
		expect(await acceptProposals(centre, supervisor, { ids: [id] })).toMatchObject({
			changes: [],
			rejected: [{ agent: 'a8', error: expect.stringContaining('nothing of the shift begins') }]
		});
		expect(await breaksOf('a8')).toEqual([20]);
	});

	it('of somebody who stays longer lengthen the shift, and are not asked for twice', async () => {
		const { orm } = test.ctx.db;
		const endAt = noon + 30 * MINUTE;
		await orm.update(shifts).set({ endAt, breaks: [] }).where(eq(shifts.id, 'a9'));
		const stays = async () => {
			const read = (await centre.balance.readFloor())!;
			return read.dayChanges.flatMap(({ agent, day }) =>
				day!.kind === 'extended' ? [[read.agents[agent!]!.id, (day!.toAt - noon) / MINUTE, day!.changes]] : []
			);
		};
		// Half an hour longer is within the hour that is foreseen, and an hour beyond its end.
		expect(await stays()).toEqual([
			['a9', 60, []],
			['a9', 90, []]
		]);
		const proposal = await proposed();
		Object.assign(proposal, { how: 'stay', dayChanges: [{ agent: 'a9', kind: 'extended', activity: null, fromAt: endAt, toAt: endAt + 30 * MINUTE, movedTo: null }] }); // prettier-ignore
		const answer = await acceptProposals(centre, supervisor, { ids: [proposal.id], isAgreed: true });
		expect(answer).toMatchObject({ changes: [{ agent: 'a9', brokenRules: [] }], stays: [], rejected: [] });
		const [shift] = (await listScheduled(test.ctx, supervisor, span())).a9!;
		expect(shift!.endAt).toBe(endAt + 30 * MINUTE);
		expect(await stays()).toEqual([]);
	});

	it.each([
		['within', null, 'accept'],
		['untold', 'not-carried-out', 'decline'],
		['untold', 'not-carried-out', null]
	] as const)('are offered to who would stay longer: %s, %s once they %s', async (outcome, why, said) => {
		const { orm } = test.ctx.db;
		const endAt = noon + 30 * MINUTE;
		await orm.update(shifts).set({ endAt, breaks: [] }).where(eq(shifts.id, 'a9'));
		const watch = new PromiseWatch(test.ctx, centre.state);
		const proposal = await proposed();
		Object.assign(proposal, { how: 'stay', dayChanges: [{ agent: 'a9', kind: 'extended', activity: null, fromAt: endAt, toAt: endAt + 30 * MINUTE, movedTo: null }] }); // prettier-ignore
		const answer = await acceptProposals(centre, supervisor, { ids: [proposal.id] });
		expect(answer).toMatchObject({
			...{ changes: [], rejected: [] },
			stays: [{ agent: 'a9', expiresAt: noon + 10 * MINUTE }]
		});
		const ends = async () => (await listScheduled(test.ctx, supervisor, span())).a9!.map((one) => one.endAt);
		expect(await ends()).toEqual([endAt]);
		const read = (await centre.balance.readFloor())!;
		expect(read.dayChanges.filter(({ day }) => day!.kind === 'extended')).toEqual([]);
		const a9 = { ...actorWithRole('agent'), id: 'user:u9', agentId: 'a9' };
		const [offer] = (await listOwnOffers(test.ctx, a9))!;
		expect(offer).toMatchObject({ kind: 'overtime', fromAt: endAt, state: 'asked' });
		test.clock.at += MINUTE;
		if (said) await answerOffer(test.ctx, a9, { id: offer!.id, answer: said });
		expect(await ends()).toEqual([said === 'accept' ? endAt + 30 * MINUTE : endAt]);
		await watch.look();
		for (let i = 1; i < 30; i++) {
			test.clock.at += MINUTE;
			const contact = { contact: `m${i}`, queue: 'burning', channel: 'voice' };
			centre.tell('marea.contact.queued', contact, -50);
			centre.tell('marea.contact.answered', { ...contact, agent: 'a9' }, -45);
			await watch.look();
		}
		expect(await listPromises(test.ctx, supervisor, span())).toMatchObject([{ outcome, why, dayChanges: 1 }]);
	});

	it('are offered to who would go earlier, as time off', async () => {
		const endAt = noon + 240 * MINUTE;
		const proposal = await proposed();
		Object.assign(proposal, { dayChanges: [{ agent: 'a9', kind: 'shortened', activity: null, fromAt: noon + 60 * MINUTE, toAt: endAt, movedTo: null }] }); // prettier-ignore
		const answer = await acceptProposals(centre, supervisor, { ids: [proposal.id] });
		expect(answer).toMatchObject({ changes: [], rejected: [], stays: [{ agent: 'a9' }] });
		const a9 = { ...actorWithRole('agent'), id: 'user:u9', agentId: 'a9' };
		const [offer] = (await listOwnOffers(test.ctx, a9))!;
		expect(offer).toMatchObject({ kind: 'time_off', change: 'leaves', paidHours: -3 });
		await answerOffer(test.ctx, a9, { id: offer!.id, answer: 'accept' });
		const [shift] = (await listScheduled(test.ctx, supervisor, span())).a9!;
		expect(shift!.endAt).toBe(noon + 60 * MINUTE);
		// By word: at once, as who leaves early.
		const again = await proposed();
		Object.assign(again, { dayChanges: [{ agent: 'a8', kind: 'shortened', activity: null, fromAt: noon + 60 * MINUTE, toAt: endAt, movedTo: null }] }); // prettier-ignore
		await acceptProposals(centre, supervisor, { ids: [again.id], isAgreed: true });
		expect((await listChanges(test.ctx, supervisor, span())).map(({ agentId, kind }) => [agentId, kind])).toEqual([['a8', 'leaves'], ['a9', 'leaves']]); // prettier-ignore
	});

	it('put aside, are not proposed of that queue for half an hour', async () => {
		const { id } = await proposed();
		expect(await dismissProposal(centre, supervisor, 'Sofía', { id })).toBe('dismissed');
		const { book } = centre.balance;
		expect([book.isDismissed('burning', null, 'break'), book.isDismissed('calm', null, 'break')]).toEqual([true, false]); // prettier-ignore
		expect(readBoard(centre.balance, supervisor).dismissed).toMatchObject([{ how: 'break', from: 'burning', agents: 1 }]); // prettier-ignore
	});

	it.each([
		['within', null, false],
		['untold', 'not-carried-out', true]
	] as const)('are held against what came: %s', async (outcome, why, isTakenBack) => {
		const watch = new PromiseWatch(test.ctx, centre.state);
		const { id } = await proposed();
		await acceptProposals(centre, supervisor, { ids: [id] });
		const [change] = await listChanges(test.ctx, supervisor, span());
		if (isTakenBack) await takeBackChange(test.ctx, supervisor, change!.id);
		for (let i = 0; i < 30; i++) {
			test.clock.at += MINUTE;
			const contact = { contact: `m${i}`, queue: 'burning', channel: 'voice' };
			centre.tell('marea.contact.queued', contact, -50);
			centre.tell('marea.contact.answered', { ...contact, agent: 'a9' }, -45);
			await watch.look();
		}
		expect(await listPromises(test.ctx, supervisor, span())).toMatchObject([{ outcome, why, measured: 1 }]);
	});
});
