import { describe, expect, it } from 'vitest';
import { freeAgent, steadyQueue } from '../prediction/testing.ts';
import { lateAhead, linked, withReassigned } from '../prediction/index.ts';
import { balanceAhead } from './balance-ahead.ts';
import { balancePresent, type AgentPlace } from './balance-present.ts';

const rate = (count: number) => new Array<number>(12).fill(count);
const floor = {
	queues: [
		steadyQueue({ id: 'calm', arrivals: rate(6) }),
		steadyQueue({ id: 'burning', arrivals: rate(12) }),
		steadyQueue({ id: 'fair', arrivals: rate(5) })
	],
	agents: [
		...Array.from({ length: 9 }, () => freeAgent({ queues: [0] })),
		...Array.from({ length: 8 }, () => freeAgent({ queues: [1] })),
		...Array.from({ length: 6 }, () => freeAgent({ queues: [2] }))
	]
};
type Serves = (own: number, to: number) => number[];
const lent: Serves = (own, to) => [...new Set([to, own])];
const given: Serves = (_, to) => [to];
const placesOf = (serves: Serves, over: Partial<AgentPlace> = {}): AgentPlace[] =>
	floor.agents.map(({ queues: [own] }) => ({
		serving: own!,
		can: [own!, (own! + 1) % 3].map((queue) => ({ queue, pace: 1, serves: serves(own!, queue) })),
		isFresh: false,
		...over
	}));
const options = { seed: 5, moveCost: 1, mostMoves: 3 };
const late = (of: typeof floor, pairs = 8) =>
	lateAhead(linked(of, [0, 1, 2]), { seed: 5, pairs }).reduce((a, b) => a + b, 0);

describe('balanceAhead()', () => {
	it('takes the move that saves most of all, by trying each', () => {
		const places = placesOf(lent);
		const [first] = balanceAhead(floor, places, options);
		const saved = [0, 9, 17].map((agent) => {
			const { queues } = floor.agents[agent]!;
			const to = (queues[0]! + 1) % 3;
			return late(floor) - late(withReassigned(floor, [{ agent, queues: [to, queues[0]!] }]) as typeof floor);
		});
		expect(first).toMatchObject({ from: 0, to: 1, queues: [1, 0] });
		expect(first!.saves).toBeCloseTo(Math.max(...saved), 9);
		expect(saved.indexOf(Math.max(...saved))).toBe(0);
	});
	it('says for all of them together what they save', () => {
		const moves = balanceAhead(floor, placesOf(lent), options);
		const after = withReassigned(floor, moves) as typeof floor;
		expect(moves.length).toBe(3);
		expect(late(floor) - late(after)).toBeCloseTo(moves.reduce((all, { saves }) => all + saves, 0), 6); // prettier-ignore
		for (const { saves } of moves) expect(saves).toBeGreaterThan(1);
	});
	it('takes the chain that the program sees and no single move does', () => {
		// Spare people know only the queue between, which can just do; its people know the one that burns.
		const agents = [12, 6, 5].flatMap((count, q) =>
			Array.from({ length: count }, () => freeAgent({ queues: [q] }))
		);
		const queues = floor.queues.map((queue, q) => ({ ...queue, arrivals: rate([4, 6, 3.5][q]!) }));
		const can = [[0, 2], [1], [2, 1]].map((list) => list.map((queue) => ({ queue, pace: 1 })));
		const places = agents.map(({ queues: [own] }) => ({ serving: own!, can: can[own!]!, isFresh: false }));
		const chain = [
			{ agent: 0, queues: [2] },
			{ agent: 18, queues: [1] }
		];
		const moveCost = 3.1;
		const saved = (changes: typeof chain) =>
			late({ queues, agents }) - late(withReassigned({ queues, agents }, changes) as typeof floor);
		for (const change of chain) expect(saved([change])).toBeLessThan(moveCost);
		expect(saved(chain)).toBeGreaterThan(2 * moveCost);
		const moves = balanceAhead({ queues, agents }, places, { ...options, moveCost, mostMoves: 2 });
		expect(moves.map(({ from, to }) => `${from}>${to}`).sort()).toEqual(['0>2', '2>1']);
		expect(moves.reduce((all, { saves }) => all + saves, 0)).toBeCloseTo(saved(chain), 6);
	});
	it('finds the same beside a part of the floor that has nothing to do with it', () => {
		const calm = floor.queues.map((queue) => ({ ...queue, id: `${queue.id} apart`, arrivals: rate(5) }));
		const twice = {
			queues: [...floor.queues, ...calm],
			agents: [...floor.agents, ...floor.agents.map((one) => ({ ...one, queues: [one.queues[0]! + 3] }))]
		};
		const places = placesOf(lent);
		const apart = places.map(({ serving, can }) => ({
			serving: serving! + 3,
			can: can.map(({ queue, pace, serves }) => ({
				queue: queue + 3,
				pace,
				serves: serves!.map((q) => q + 3)
			})),
			isFresh: false
		}));
		const one = { ...options, mostMoves: 1 };
		const alone = balanceAhead(floor, places, one);
		expect(alone.length).toBe(1);
		expect(balanceAhead(twice, [...places, ...apart], one)).toEqual(alone);
	});
	it('lends where giving away would cost too much', () => {
		const even = { ...floor, queues: floor.queues.map((queue) => ({ ...queue, arrivals: rate(8) })) };
		even.agents = [0, 1, 2].flatMap((q) => Array.from({ length: 8 }, () => freeAgent({ queues: [q] })));
		const places = even.agents.map(({ queues: [own] }) => ({
			serving: own!,
			can: [own!, (own! + 1) % 3].map((queue) => ({ queue, pace: 1, serves: lent(own!, queue) })),
			isFresh: false
		}));
		const program = { windowSeconds: 3600, moveCost: 1, mostMoves: 3 };
		expect(balancePresent(even, places, program).agents).toEqual([]);
		expect(balanceAhead(even, places, options).length).toBeGreaterThan(1);
	});
	it('sends, of those alike, whoever is on duty longest, hands full or not much less', () => {
		const places = placesOf(lent).map((place, a) => ({
			...place,
			goesInSeconds: a === 4 ? 4 * 3600 : 2 * 3600
		}));
		expect(balanceAhead(floor, places, { ...options, mostMoves: 1 })).toMatchObject([{ agent: 4 }]);
		const busy = {
			...floor,
			agents: floor.agents.map((agent, a) =>
				a === 4 ? { ...agent, contacts: [{ queue: 0, elapsedSeconds: 30, isWrapping: false }] } : agent
			)
		};
		expect(balanceAhead(busy, places, { ...options, mostMoves: 1 })).toMatchObject([{ agent: 4 }]);
		const alike = places.map((place) => ({ ...place, goesInSeconds: 2 * 3600 }));
		expect(balanceAhead(busy, alike, { ...options, mostMoves: 1 })[0]!.agent).not.toBe(4);
	});
	it('asks more of each further move where its price rises', () => {
		const rising = (taken: number) => (taken < 2 ? 1 : 1e3);
		expect(balanceAhead(floor, placesOf(lent), { ...options, mostMoves: 6, moveCost: rising }).length).toBe(
			2
		);
	});
	it('stays where no move is worth its cost, and within the limit', () => {
		expect(balanceAhead(floor, placesOf(lent), { ...options, moveCost: 60 })).toEqual([]);
		expect(balanceAhead(floor, placesOf(lent), { ...options, mostMoves: 0 })).toEqual([]);
		expect(balanceAhead(floor, placesOf(given), { ...options, mostMoves: 1 }).length).toBe(1);
	});
	it('moves fewer who have just been moved, and nobody who goes or pauses soon', () => {
		const most = balanceAhead(floor, placesOf(lent), { ...options, mostMoves: 8 }).length;
		const fresh = balanceAhead(floor, placesOf(lent, { isFresh: true }), { ...options, mostMoves: 8 });
		expect(fresh.length).toBeLessThan(most);
		const away = (inSeconds: number) => ({
			...floor,
			agents: floor.agents.map((agent) => ({
				...agent,
				changes: [{ inSeconds, spreadSeconds: 0, isServing: false, reason: 'shift' }]
			}))
		});
		expect(balanceAhead(away(2700), placesOf(lent), options)).toEqual([]);
		expect(balanceAhead(away(3500), placesOf(lent), options).length).toBeGreaterThan(0);
	});
});
