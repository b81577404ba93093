import { describe, expect, it } from 'vitest';
import { freeAgent } from '#solver/prediction/testing.ts';
import type { FloorChange } from './change-floor.ts';
import { findMoves, type FindRequest } from './find-moves.ts';
import type { QueueLevers } from './queue-levers.ts';
import { BURNING, CALM, NOON, request } from './testing-find.ts';

const HOUR = 3_600_000;
/** Half hours from noon to six, with so many to spare. */
const spare = (agents: number, from = 0) =>
	Array.from({ length: 12 }, (_, k) => ({
		fromAt: NOON + (k * HOUR) / 2,
		toAt: NOON + ((k + 1) * HOUR) / 2,
		agents: k < 2 * from ? -1 : agents
	}));
const lever = (over: Partial<QueueLevers> = {}): QueueLevers => ({
	spare: spare(4),
	callback: { acceptShare: 0.4, isAssumed: true },
	bots: [],
	offered: [],
	...over
});
const none = lever({ callback: null, spare: [] });
/** Nobody can go anywhere; the burning queue has a line. */
function stuck(levers: QueueLevers[], over: Partial<FindRequest> = {}): FindRequest {
	const asked = request();
	const queues = asked.floor.queues.map((queue, q) =>
		q === BURNING ? { ...queue, waitingSeconds: [120, 90, 60, 30, 20, 10] } : queue
	);
	return {
		...asked,
		floor: { ...asked.floor, queues },
		places: asked.places.map((place) => ({ ...place, can: [{ queue: place.serving!, pace: 1 }] })),
		levers,
		...over
	};
}

describe('what a line is offered', () => {
	it('is a call back where later hours have people to spare, when it saves more than it puts off', () => {
		const { found } = findMoves(stuck([none, lever({ spare: spare(4, 2) })]));
		expect(found).toMatchObject([{ from: BURNING, to: null, how: 'callback', paidHours: 0 }]);
		const [{ changes, saves, costs, effects }] = found as [(typeof found)[number]];
		const [{ offer }] = changes as [FloorChange];
		expect(offer).toMatchObject({ kind: 'callback', queue: BURNING, acceptShare: 0.4, backFromAt: NOON + 2 * HOUR, untilAt: NOON + HOUR / 2 }); // prettier-ignore
		expect(saves).toBeGreaterThan(costs);
		const told = effects.find(({ queue }) => queue === BURNING)!;
		expect(told.after!.median).toBeGreaterThan(told.before!.median);
		expect(told.waitingAfter.mean).toBeLessThan(told.waitingBefore.mean);
	});

	it('is none where the rest of the day has no room, nothing is known of it, or it is offered already', () => {
		for (const one of [lever({ spare: spare(0) }), lever({ spare: [] }), lever({ callback: null })])
			expect(findMoves(stuck([none, one])).found).toEqual([]);
	});

	it('needs no move to be left, and is not proposed again while it stands', () => {
		const asked = stuck([none, lever()], { mostMoves: 0, store: { left: 0, most: 9 } });
		const [first] = findMoves(asked).found;
		expect(first).toMatchObject({ how: 'callback' });
		const standing = [{ id: 'p', changes: first!.changes, costs: first!.costs, isPinned: false }];
		const again = findMoves({ ...asked, standing });
		expect(again.standing).toMatchObject([{ id: 'p', saves: first!.saves }]);
		expect(again.found).toEqual([]);
	});

	it('is the bot for the reason of which it settles most, as far as it does', () => {
		const bot = { acceptShare: 0.9, isAssumed: true };
		const bots = [
			{ intent: 'move', reach: 0.2, containment: 0.6, ...bot },
			{ intent: 'balance', reach: 0.8, containment: 0.9, ...bot }
		];
		const asked = stuck([none, lever({ callback: null, bots })]);
		// They talk with it for two minutes and a half: it helps where people wait for longer.
		const queues = asked.floor.queues.map((queue) => ({ ...queue, patienceSeconds: 1500 }));
		const { found } = findMoves({ ...asked, floor: { ...asked.floor, queues } });
		expect(found).toMatchObject([{ how: 'bot', changes: [{ offer: { intent: 'balance', containment: 0.9 } }] }]); // prettier-ignore
		// One that settles hardly anybody takes nobody out of the line.
		const poor = [{ intent: 'move', reach: 0.05, containment: 0.5, ...bot }];
		expect(findMoves(stuck([none, lever({ callback: null, bots: poor })])).found).toEqual([]);
	});
});

describe('time off', () => {
	const [FROM, TO] = [NOON + 0.5 * HOUR, NOON + 2 * HOUR];
	const leaves = (agents: number[], fromAt = FROM): FloorChange[] =>
		agents.map((agent) => ({
			agent,
			day: {
				...{ kind: 'shortened', activity: null, fromAt, toAt: TO, movedTo: null },
				changes: [
					{ inSeconds: (fromAt - NOON) / 1000, spreadSeconds: 0, isServing: false, reason: 'offline' }
				]
			}
		}));
	/** Both queues have people enough. */
	function calm(dayChanges: FloorChange[], levers: QueueLevers[], agents = 40): FindRequest {
		const asked = request();
		const people = Array.from({ length: agents }, (_, a) => (a < 20 ? CALM : BURNING));
		return {
			...asked,
			floor: { ...asked.floor, agents: people.map((queue) => freeAgent({ queues: [queue] })) },
			places: people.map((queue) => ({ serving: queue, can: [{ queue, pace: 1 }], isFresh: false })),
			dayChanges,
			levers
		};
	}

	it('is offered to people of a queue that keeps its target and has people to spare until they would have gone', () => {
		const { found, isKept, together } = findMoves(calm(leaves([0, 1, 2, 3]), [lever(), none]));
		expect(isKept).toBe(true);
		expect(found).toMatchObject([{ from: CALM, to: null, how: 'leave', paidHours: -4.5 }]);
		const [{ changes, saves, costs }] = found as [(typeof found)[number]];
		expect(changes).toHaveLength(3);
		expect(costs).toBeLessThan(0);
		expect(saves).toBeGreaterThanOrEqual(costs);
		// Each is asked: not what would be accepted at once.
		expect(together).toEqual([]);
	});

	it('takes the longest time that the queue can spare, and fewer people where it can spare fewer', () => {
		const both = [...leaves([0], FROM + 0.5 * HOUR), ...leaves([0])];
		const one = findMoves(calm(both, [lever({ spare: spare(2) }), none])).found;
		expect(one).toMatchObject([{ changes: [{ agent: 0, day: { fromAt: FROM } }] }]);
		const three = findMoves(calm(leaves([0, 1, 2]), [lever({ spare: spare(2) }), none])).found;
		expect(three).toMatchObject([{ paidHours: -1.5 }]);
	});

	it('is none where later hours are short or not known, it was put aside, or a target could be missed by it', () => {
		const asked = calm(leaves([0, 1]), [lever(), none]);
		const short = spare(4).map((span) => (span.fromAt >= NOON + HOUR ? { ...span, agents: 1 } : span));
		for (const one of [lever({ spare: short }), lever({ spare: spare(4).slice(0, 2) }), none])
			expect(findMoves({ ...asked, levers: [one, none] }).found).toEqual([]);
		expect(findMoves({ ...asked, notOfDay: [{ queue: CALM, how: 'leave' }] }).found).toEqual([]);
		const busy = asked.floor.queues.map((queue, q) =>
			q === CALM ? { ...queue, arrivals: new Array<number>(12).fill(21) } : queue
		);
		expect(findMoves({ ...asked, floor: { ...asked.floor, queues: busy } }).found).toEqual([]);
	});

	it('that stands is let go when the queue is not safe any more', () => {
		const asked = calm(leaves([0, 1, 2]), [lever(), none]);
		const [first] = findMoves(asked).found;
		const standing = [{ id: 'p', changes: first!.changes, costs: first!.costs, isPinned: false }];
		expect(findMoves({ ...asked, standing }).standing).toHaveLength(1);
		const busy = asked.floor.queues.map((queue, q) =>
			q === CALM ? { ...queue, arrivals: new Array<number>(12).fill(19) } : queue
		);
		expect(findMoves({ ...asked, floor: { ...asked.floor, queues: busy }, standing }).standing).toEqual([]);
	});
});
