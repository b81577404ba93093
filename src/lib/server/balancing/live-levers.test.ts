import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Proposal } from '#lib/contracts/balance.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { listCommands } from '../commands/index.ts';
import { commands, contacts, deliveries, visits } from '../db/schema/index.ts';
import { addWebhook } from '../delivery/index.ts';
import { acceptProposals } from './accept-proposals.ts';
import { dismissProposal } from './dismiss-proposal.ts';
import { listPromises } from './list-promises.ts';
import { PromiseWatch } from './promise-watch.ts';
import { readBoard } from './read-board.ts';
import { readOfferFacts } from './read-lever-facts.ts';
import { rosterToday, smallCentre, type SmallCentre } from './testing.ts';

const MINUTE = 60_000;
const supervisor = actorWithRole('supervisor');
let test: Awaited<ReturnType<typeof openTestContext>>;
let centre: SmallCentre;
let noon: number;
const span = () => ({ fromMs: noon - 4 * 60 * MINUTE, toMs: noon + 4 * 60 * MINUTE });

beforeEach(async () => {
	test = await openTestContext();
	noon = Date.UTC(2026, 10, 24, 12);
	test.clock.at = noon;
	centre = await smallCentre(test.ctx);
});
afterEach(() => test.close());

function proposed(kind: 'callback' | 'bot' = 'callback'): Proposal {
	const isCall = kind === 'callback';
	const proposal: Proposal = {
		...{
			id: kind,
			origin: 'balancer',
			from: 'burning',
			to: null,
			how: kind,
			agents: [],
			others: [],
			dayChanges: []
		},
		offer: {
			...{ kind, queue: 'burning', contacts: 6, untilAt: noon + 30 * MINUTE, reach: 1, acceptShare: 0.3 },
			...{ isAssumed: true, intent: isCall ? null : 'balance', containment: isCall ? null : 0.7 },
			backFromAt: isCall ? noon + 120 * MINUTE : null,
			backToAt: isCall ? noon + 150 * MINUTE : null
		},
		effects: [
			{
				queue: 'burning',
				...{ before: [0.1, 0, 0.2], after: [0.5, 0, 1] },
				...{ waitingBefore: [9, 5, 12], waitingAfter: [4, 2, 7], lostBefore: 20, lostAfter: 8 }
			}
		],
		...{ paidHours: 0, saves: 3, costs: 1.8, sinceMs: noon, asOfMs: noon }
	};
	centre.balance.book.put(proposal);
	return proposal;
}

describe('what a line is offered', () => {
	it('goes out as a command of the queue: told to webhooks, audited, promised, and not offered twice', async () => {
		await addWebhook(test.ctx, actorWithRole('admin'), { name: 'acd', url: 'https://example.org/hook', topics: ['command'] }); // prettier-ignore
		const { id } = proposed();
		const answer = await acceptProposals(centre, supervisor, { ids: [id], reason: 'rush' });
		expect(answer).toMatchObject({ status: 'accepted', rejected: [], changes: [] });
		const [command] = await listCommands(test.ctx, supervisor, { kind: 'queue.callback' });
		expect(command).toMatchObject({
			...{ subject: 'queue:burning', origin: 'balancer', reason: 'rush', state: 'requested' },
			payload: {
				...{ queue: 'burning', contacts: 6, until: '2026-11-24T12:30:00.000Z' },
				...{ from: '2026-11-24T14:00:00.000Z', to: '2026-11-24T14:30:00.000Z' }
			}
		});
		expect(await test.audited()).toEqual(
			expect.arrayContaining(['balance.accept', 'command.queue.callback'])
		);
		expect(await test.ctx.db.orm.select().from(deliveries)).toHaveLength(1);
		expect(await listPromises(test.ctx, supervisor, span())).toMatchObject([
			{ queue: 'burning', arrivals: 0, departures: 0, dayChanges: 0, outcome: 'open' }
		]);
		const offered = async () => (await centre.balance.readFloor())!.levers.map((one) => one.offered);
		expect(await offered()).toEqual([[], ['callback']]);
		// Once it is over it can be offered again.
		test.clock.at = noon + 31 * MINUTE;
		centre.tell('marea.contact.queued', { contact: 'later', queue: 'burning', channel: 'voice' });
		expect(await offered()).toEqual([[], []]);
	});

	it('is put aside like a move: by queue and kind', async () => {
		const { id } = proposed('bot');
		expect(await dismissProposal(centre, supervisor, 'Sofía', { id })).toBe('dismissed');
		const { book } = centre.balance;
		expect([book.isDismissed('burning', null, 'bot'), book.isDismissed('burning', null, 'callback')]).toEqual([true, false]); // prettier-ignore
		expect(readBoard(centre.balance, supervisor).dismissed).toMatchObject([{ how: 'bot', agents: 6, intent: 'balance' }]); // prettier-ignore
	});

	it.each([
		['within', null, true],
		['untold', 'not-carried-out', false]
	] as const)('is held against what came: %s', async (outcome, why, isConfirmed) => {
		const watch = new PromiseWatch(test.ctx, centre.state);
		const { id } = proposed('bot');
		await acceptProposals(centre, supervisor, { ids: [id] });
		const [command] = await listCommands(test.ctx, supervisor, { kind: 'queue.bot' });
		expect(command!.payload).toEqual({ queue: 'burning', intent: 'balance', contacts: 6, until: '2026-11-24T12:30:00.000Z' }); // prettier-ignore
		await (isConfirmed ? centre.confirm : centre.refuse)(command!.id);
		for (let i = 0; i < 30; i++) {
			test.clock.at += MINUTE;
			const contact = { contact: `m${i}`, queue: 'burning', channel: 'voice' };
			centre.tell('marea.contact.queued', contact, -50);
			centre.tell('marea.contact.answered', { ...contact, agent: 'a9' }, -45);
			await watch.look();
		}
		expect(await listPromises(test.ctx, supervisor, span())).toMatchObject([{ outcome, why, measured: 1 }]);
	});

	it('is expected to be taken as often as earlier offers were, where enough waited while they stood', async () => {
		expect((await readOfferFacts(test.ctx, noon, 'UTC')).callbackShare).toBeNull();
		const { orm } = test.ctx.db;
		const at = noon - 60 * MINUTE;
		await orm.insert(commands).values({
			...{ id: 'o', kind: 'queue.callback', subject: 'queue:burning', origin: 'hand', requestedBy: 'x' },
			payload: { queue: 'burning', contacts: 50, until: new Date(at + 30 * MINUTE).toISOString() },
			...{ state: 'confirmed', requestedAt: at, answeredAt: at, expiresAt: at }
		});
		const ids = Array.from({ length: 80 }, (_, i) => `w${i}`);
		await orm
			.insert(contacts)
			.values(
				ids.map((id) => ({ id, channel: 'voice' as const, source: 'acd', startedAt: at, lastEventAt: at }))
			);
		await orm.insert(visits).values(
			ids.map((contactId, i) => ({
				...{ contactId, ordinal: 0, queueId: 'burning' },
				// Ten are answered at once, and ten came after it.
				enteredAt: i < 70 ? at + MINUTE : at + 40 * MINUTE,
				leftAt: (i < 70 ? at + MINUTE : at + 40 * MINUTE) + (i < 10 ? 1_000 : 60_000),
				outcome: i >= 10 && i < 25 ? ('flowed-out' as const) : ('answered' as const)
			}))
		);
		expect((await readOfferFacts(test.ctx, noon, 'UTC')).callbackShare).toBeCloseTo(15 / 60, 9);
	});
});

describe('time off', () => {
	it('is known of those whose shift ends soon, as the floor expects them, and their end is told by the roster', async () => {
		await rosterToday(test.ctx, ['a0'], {
			startAt: noon - 5 * 60 * MINUTE,
			...{ endAt: noon + 90 * MINUTE, breakAt: noon + 30 * MINUTE }
		});
		const read = (await centre.balance.readFloor())!;
		const leaves = read.dayChanges.flatMap(({ agent, day: change }) =>
			change?.kind === 'shortened' ? [[read.agents[agent!]!.id, (change.fromAt - noon) / MINUTE]] : []
		);
		// Not within the break, and within the hour that is foreseen.
		expect(leaves).toEqual([['a0', 15], ['a0', 30]]); // prettier-ignore
		const place = read.places[read.agents.findIndex(({ id }) => id === 'a0')]!;
		expect(place.goesInSeconds).toBe(90 * 60);
		const gone = read.dayChanges.find(({ day: change }) => change?.kind === 'shortened')!.day!.changes;
		expect(gone).toMatchObject([{ inSeconds: 15 * 60, isServing: false }]);
	});
});
