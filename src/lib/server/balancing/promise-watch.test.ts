import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PromiseRow } from '#lib/contracts/balance.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { carryOut } from './carry-out.ts';
import { judgePromise, type PromiseFacts } from './judge-promise.ts';
import { listPromises } from './list-promises.ts';
import { PromiseWatch } from './promise-watch.ts';
import { summarisePromises } from './summarise-promises.ts';
import { smallCentre, type SmallCentre } from './testing.ts';

const MINUTE = 60_000;
const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: SmallCentre;
let watch: PromiseWatch;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = Date.UTC(2026, 10, 24, 12);
	centre = await smallCentre(test.ctx);
	watch = new PromiseWatch(test.ctx, centre.state);
});
afterEach(() => test.close());

/** One person to the burning queue, which then answers as many as the band says. */
async function promise(band: [number, number, number] = [0.5, 0.4, 0.6]): Promise<string[]> {
	const { commands } = await carryOut(centre, supervisor, {
		origin: 'balancer',
		dayChanges: [],
		offers: [],
		moves: [{ agent: 'a0', before: ['calm'], after: ['burning'] }],
		effects: [
			{
				queue: 'burning',
				before: [0.1, 0, 0.2],
				after: band,
				waitingBefore: [9, 5, 12],
				waitingAfter: [4, 2, 7],
				lostBefore: 20,
				lostAfter: 8
			}
		],
		asOfMs: test.clock.at,
		reason: null
	});
	return commands.map(({ id }) => id);
}
/** Half an hour, looked after each minute; of every two calls one is answered in time. */
async function pass(minutes = 30, from = 0): Promise<void> {
	for (let i = from; i < from + minutes; i++) {
		test.clock.at += MINUTE;
		const contact = { contact: `m${i}`, queue: 'burning', channel: 'voice' };
		centre.tell('marea.contact.queued', contact, -50);
		if (i % 2 === 0) centre.tell('marea.contact.answered', { ...contact, agent: 'a9' }, -45);
		else centre.tell('marea.contact.abandoned', contact, -10);
		await watch.look();
	}
}
const row = async (): Promise<PromiseRow> =>
	(await listPromises(test.ctx, supervisor, { fromMs: 0, toMs: test.clock.at }))[0]!;

describe('PromiseWatch', () => {
	it('measures what came when it is due and never before, by the queue’s own service level', async () => {
		const [command] = await promise();
		await centre.confirm(command!);
		await pass(29);
		expect(await row()).toMatchObject({ outcome: 'open', measured: null });
		await pass(1, 29);
		expect(await row()).toMatchObject({ outcome: 'within', why: null, measured: 0.5, offered: 30 });
		// What was judged stays so.
		await pass(5, 31);
		expect(await row()).toMatchObject({ measured: 0.5, offered: 30 });
	});

	it('says so where what came was not what was promised', async () => {
		const [command] = await promise([0.8, 0.7, 0.9]);
		await centre.confirm(command!);
		await pass();
		expect(await row()).toMatchObject({ outcome: 'below', measured: 0.5 });
	});

	it('cannot tell where the move was refused, or others came or went meanwhile', async () => {
		const [command] = await promise();
		await centre.refuse(command!);
		await pass();
		expect(await row()).toMatchObject({ outcome: 'untold', why: 'not-carried-out', measured: 0.5 });

		const [second] = await promise();
		await centre.confirm(second!);
		await pass(10, 40);
		const other = await centre.commands.request(supervisor, {
			kind: 'agent.queues',
			payload: { agent: 'a1', queues: ['calm'] }
		});
		// By the set-up both queues are theirs: one is left.
		await centre.confirm(other.id);
		await pass(20, 60);
		expect(await row()).toMatchObject({ outcome: 'untold', why: 'other-moves' });
	});

	it('cannot tell where nobody looked after it for a while', async () => {
		const [command] = await promise();
		await centre.confirm(command!);
		await pass(10);
		test.clock.at += 12 * MINUTE;
		watch = new PromiseWatch(test.ctx, centre.state);
		await pass(8, 50);
		expect(await row()).toMatchObject({ outcome: 'untold', why: 'gap' });
	});
});

describe('judgePromise()', () => {
	const facts: PromiseFacts = {
		low: 0.4,
		high: 0.6,
		measured: 0.5,
		moves: ['confirmed', 'confirmed'],
		hasOtherMoves: false,
		hasGap: false,
		isSilent: false
	};
	it('takes the ends of the band as within', () => {
		for (const [measured, outcome] of [
			[0.4, 'within'],
			[0.6, 'within'],
			[0.399, 'below'],
			[0.601, 'above']
		] as const)
			expect(judgePromise({ ...facts, measured })).toEqual({ outcome, why: null });
	});
	it('names the first reason for which it cannot be told', () => {
		for (const [over, why] of [
			[{ moves: ['refused', null] }, 'not-carried-out'],
			[{ moves: ['confirmed', 'expired'] }, 'partly-carried-out'],
			[{ hasGap: true }, 'gap'],
			[{ isSilent: true }, 'silent'],
			[{ hasOtherMoves: true }, 'other-moves'],
			[{ measured: null }, 'nobody-came'],
			[{ low: null, high: null }, 'nobody-came']
		] as [Partial<PromiseFacts>, string][])
			expect(judgePromise({ ...facts, ...over })).toEqual({ outcome: 'untold', why });
	});
});

describe('summarisePromises()', () => {
	const one = (over: Partial<PromiseRow>) =>
		({ outcome: 'open', measured: null, after: 0.5, ...over }) as PromiseRow;
	it('counts as judged only what can be told, and has no share without any', () => {
		expect(summarisePromises([one({}), one({ outcome: 'untold' })])).toEqual({
			promises: 2,
			open: 1,
			untold: 1,
			judged: 0,
			within: 0,
			withinShare: null,
			bias: null
		});
		const rows = [
			one({ outcome: 'within', measured: 0.6 }),
			one({ outcome: 'below', measured: 0.2 }),
			one({})
		];
		const { judged, within, withinShare, bias } = summarisePromises(rows);
		expect({ judged, within, withinShare }).toEqual({ judged: 2, within: 1, withinShare: 0.5 });
		expect(bias).toBeCloseTo(-0.1, 9);
	});
});
