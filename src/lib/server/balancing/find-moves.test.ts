import { describe, expect, it } from 'vitest';
import type { AgentPlace } from '#solver/balancing/index.ts';
import { freeAgent } from '#solver/prediction/testing.ts';
import type { FloorChange } from './change-floor.ts';
import { findMoves } from './find-moves.ts';
import { BURNING, CALM, request } from './testing-find.ts';

describe('findMoves()', () => {
	it('proposes to send people to the queue that misses its target, with what both gain and lose', () => {
		const { found, isKept, lost, together } = findMoves(request());
		expect(isKept).toBe(false);
		expect(lost).toBeGreaterThan(5);
		expect(found).toHaveLength(1);
		const [moves] = found;
		expect(moves).toMatchObject({ from: CALM, to: BURNING });
		expect(moves!.changes.length).toBeGreaterThan(1);
		expect(moves!.changes.length).toBeLessThanOrEqual(6);
		for (const { agent, queues } of moves!.changes) {
			expect(agent).toBeLessThan(10);
			expect(queues![0]).toBe(BURNING);
		}
		expect(moves!.saves).toBeGreaterThan(moves!.costs);
		const burning = moves!.effects.find(({ queue }) => queue === BURNING)!;
		expect(burning.after!.median).toBeGreaterThan(burning.before!.median + 0.1);
		expect(together).toEqual(moves!.effects);
	});

	it('keeps what stands with its people while it pays, and proposes only what is worth it besides', () => {
		const first = findMoves(request()).found[0]!;
		const standing = [{ id: 'p', changes: first.changes, costs: first.costs, isPinned: false }];
		const again = findMoves(request({ standing, mostMoves: 0 }));
		expect(again.standing).toMatchObject([{ id: 'p', saves: first.saves }]);
		expect(again.found).toEqual([]);
		// On a floor on which it does not help any more it is let go, unless somebody asked for it.
		const calm = request({ standing });
		const { floor } = calm;
		const easy = {
			...floor,
			queues: floor.queues.map((q) => ({ ...q, arrivals: new Array<number>(12).fill(1) }))
		};
		expect(findMoves({ ...calm, floor: easy }).standing).toEqual([]);
		const pinned = standing.map((one) => ({ ...one, isPinned: true }));
		expect(findMoves({ ...calm, floor: easy, standing: pinned })).toMatchObject({
			standing: [{ id: 'p' }],
			isKept: true,
			found: []
		});
	});

	it('asks three times as much of moving those who have just been moved', () => {
		const places = request().places.map((place) => ({ ...place, isFresh: true }));
		const all = findMoves(request()).found[0]!;
		const fresh = findMoves(request({ places })).found[0]!;
		expect(fresh.costs / fresh.changes.length).toBeCloseTo((3 * all.costs) / all.changes.length, 9);
	});

	it('proposes nothing where nobody can go, though a target is missed', () => {
		const places = request().places.map((place) => ({ ...place, can: place.can.filter(({ queue }) => queue === place.serving) })); // prettier-ignore
		expect(findMoves(request({ places }))).toMatchObject({ found: [], best: null, isKept: false });
	});

	it('lets people leave other queues aside for one that misses its target, unless that was put aside', () => {
		const wide = request({ mostMoves: 3 });
		const floor = {
			...wide.floor,
			agents: wide.floor.agents.map((agent, a) => (a < 10 ? agent : { ...agent, queues: [BURNING, CALM] }))
		};
		const calm = { ...floor.queues[CALM]!, arrivals: new Array<number>(12).fill(14) };
		const two = {
			...wide,
			floor: { ...floor, queues: [{ ...calm, targetShare: 0.1, priority: 3 }, floor.queues[BURNING]!] },
			places: wide.places.map((place) => ({ ...place, can: [{ queue: place.serving!, pace: 1 }] }))
		};
		const { found } = findMoves(two);
		expect(found).toMatchObject([{ from: BURNING, to: BURNING, how: 'only' }]);
		expect(found[0]!.changes.length).toBeLessThanOrEqual(3);
		for (const { queues } of found[0]!.changes) expect(queues).toEqual([BURNING]);
		expect(findMoves({ ...two, notAlone: [BURNING] }).found).toEqual([]);
	});

	it('moves breaks out of a rush that passes, where nobody can go anywhere, unless that was put aside', () => {
		const wide = request({ mostMoves: 3 });
		const rush = [14, 14, 14, 14, 14, 14, 2, 2, 2, 2, 2, 2];
		const leaves = (from: number) => [
			{ inSeconds: from, spreadSeconds: 0, isServing: false, reason: 'break' },
			{ inSeconds: from + 900, spreadSeconds: 0, isServing: true, reason: 'break' }
		];
		const floor = {
			queues: [wide.floor.queues[CALM]!, { ...wide.floor.queues[BURNING]!, arrivals: rush }],
			agents: Array.from({ length: 22 }, (_, a) =>
				a < 10
					? freeAgent({ queues: [CALM] })
					: freeAgent({ queues: [BURNING], changes: a < 14 ? leaves(960) : [] })
			)
		};
		const places = floor.agents.map(({ queues: [queue] }): AgentPlace => ({
			serving: queue!,
			can: [{ queue: queue!, pace: 1 }],
			isFresh: false
		}));
		const at = Date.UTC(2026, 10, 24, 12);
		const dayChanges = [10, 11, 12, 13].flatMap((agent) =>
			[1_260, 2_700].map((movedTo): FloorChange => ({
				agent,
				day: {
					kind: 'moved',
					activity: 'break',
					fromAt: at + 960_000,
					toAt: at + 1_860_000,
					movedTo: at + movedTo * 1000,
					changes: leaves(movedTo)
				}
			}))
		);
		const asked = { ...wide, floor, places, dayChanges };
		const [found] = findMoves(asked).found;
		expect(found).toMatchObject({ from: BURNING, to: null, how: 'break' });
		expect(found!.saves).toBeGreaterThan(found!.costs);
		expect(found!.changes.length).toBeLessThanOrEqual(3);
		for (const { day } of found!.changes) expect(day!.movedTo).toBe(at + 2_700_000);
		const burning = found!.effects.find(({ queue }) => queue === BURNING)!;
		expect(burning.after!.median).toBeGreaterThan(burning.before!.median);
		expect(findMoves({ ...asked, notOfDay: [{ queue: BURNING, how: 'break' }] }).found).toEqual([]);
		// What stands is judged as a move is, and the same people's breaks are not proposed once more.
		const standing = [{ id: 'p', changes: found!.changes, costs: found!.costs, isPinned: false }];
		const again = findMoves({ ...asked, standing });
		expect(again.standing).toMatchObject([{ id: 'p', saves: found!.saves }]);
		const who = new Set(found!.changes.map(({ agent }) => agent));
		for (const { changes } of again.found) for (const { agent } of changes) expect(who).not.toContain(agent);
	});

	it('lets people stay who are about to go from a queue that misses its target, one by one', () => {
		const wide = request();
		const goes = [{ inSeconds: 1_200, spreadSeconds: 0, isServing: false, reason: 'offline' }];
		const floor = {
			...wide.floor,
			agents: Array.from({ length: 14 }, (_, a) =>
				a < 5 ? freeAgent({ queues: [CALM] }) : freeAgent({ queues: [BURNING], changes: a < 8 ? goes : [] })
			)
		};
		const places = floor.agents.map(({ queues: [queue] }): AgentPlace => ({
			serving: queue!,
			can: [{ queue: queue!, pace: 1 }],
			isFresh: false
		}));
		const at = Date.UTC(2026, 10, 24, 12);
		const dayChanges = [5, 6, 7].map((agent): FloorChange => ({
			agent,
			day: {
				...{ kind: 'extended', activity: null, movedTo: null, changes: [] },
				fromAt: at + 1_200_000,
				toAt: at + 3_000_000
			}
		}));
		const { found } = findMoves({ ...wide, floor, places, dayChanges });
		expect(found.length).toBeGreaterThan(0);
		for (const { how, from, to, changes, saves, costs } of found) {
			expect([how, from, to, changes.length]).toEqual(['stay', BURNING, null, 1]);
			expect(saves).toBeGreaterThan(costs);
		}
		const notOfDay = [{ queue: BURNING, how: 'stay' as const }];
		expect(findMoves({ ...wide, floor, places, dayChanges, notOfDay }).found).toEqual([]);
	});

	it('asks the more of a move the fewer are left', () => {
		const { floor } = request();
		const queues = floor.queues.map((queue) => ({
			...queue,
			arrivals: queue.arrivals.map((count) => 0.75 * count)
		}));
		const moves = (left: number) =>
			findMoves(request({ floor: { ...floor, queues }, store: { left, most: 9 } })).found.reduce((sum, one) => sum + one.changes.length, 0); // prettier-ignore
		expect(moves(9)).toBeGreaterThan(moves(0));
	});

	it('tells of a queue that a move does not touch nothing else than before it, though it is joined to others by it', () => {
		const asked = request();
		const third = { ...asked.floor.queues[BURNING]!, id: 'aside', arrivals: new Array<number>(12).fill(8) };
		const floor = {
			queues: [...asked.floor.queues, third],
			agents: [
				...asked.floor.agents,
				...Array.from({ length: 6 }, () => ({ ...asked.floor.agents[0]!, queues: [2] }))
			]
		};
		const aside = { serving: 2, can: [2, BURNING].map((queue) => ({ queue, pace: 1 })), isFresh: true };
		const places = [...asked.places, ...Array.from({ length: 6 }, () => aside)];
		const { found } = findMoves({ ...asked, floor, places, variants: ['of-offered', 'of-offered', 'of-offered'], weights: [1, 1, 1] }); // prettier-ignore
		expect(found[0]).toMatchObject({ from: CALM, to: BURNING });
		expect(found[0]!.effects.map(({ queue }) => queue).sort()).toEqual([CALM, BURNING]);
	});

	it('judges nothing by a queue of which nobody tells', () => {
		expect(findMoves(request({ weights: [1, 0] }))).toMatchObject({ found: [], isKept: true });
	});
});
