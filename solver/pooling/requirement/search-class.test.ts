import { describe, expect, it } from 'vitest';
import type { PooledQueue } from '../pooled-queue.ts';
import { partOfCentre } from './part-of-centre.ts';
import { meets } from './remove-agents.ts';
import { searchClass } from './search-class.ts';
import { StationaryRun } from './stationary-run.ts';

const INTERVAL_SECONDS = 900;

const queue = (id: string, volume: number, change: Partial<PooledQueue> = {}): PooledQueue => ({
	id,
	volumes: [volume],
	ahtSeconds: [240],
	patienceSeconds: 150,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 },
	...change
});

const CASES = [
	[2, 3],
	[5, 5],
	[8, 2],
	[1, 9],
	[12, 6],
	[4, 15],
	[10, 10],
	[15, 1]
].flatMap(([a, b]) =>
	[1, 1.25].flatMap((bothCost) => [120, 240].map((ahtOfB) => ({ a: a!, b: b!, bothCost, ahtOfB })))
);

describe('searchClass()', () => {
	it('is as good as exhaustive search on two queues with two specialist groups and one for both', () => {
		let best = 0;
		let over = 0;
		for (const { a, b, bothCost, ahtOfB } of CASES) {
			const queues = [queue('a', a), queue('b', b, { ahtSeconds: [ahtOfB], patienceSeconds: 90 })];
			const groups = [
				{ id: 'A', queueIds: ['a'] },
				{ id: 'B', queueIds: ['b'] },
				{ id: 'AB', queueIds: ['a', 'b'], cost: bothCost }
			];
			const part = partOfCentre(queues, groups, { queues: [0, 1], groups: [0, 1, 2] }, INTERVAL_SECONDS);
			const run = new StationaryRun(part.model);
			run.draw([a / 900, b / 900], [240, ahtOfB], 8000, 17);
			const problem = part.problemOf(0);
			const seen = new Map<string, boolean>();
			const evaluate = (agents: Int32Array) => run.evaluate(agents);
			const holds = (agents: number[]) => {
				const key = agents.join(' ');
				if (!seen.has(key)) seen.set(key, meets(problem, evaluate(Int32Array.from([...agents, 0, 0]))));
				return seen.get(key)!;
			};
			const costOf = (agents: ArrayLike<number>) => agents[0]! + agents[1]! + bothCost * agents[2]!;
			const most = part.siloTotal[0]!;
			let least = Infinity;
			for (let x = 0; x <= most; x++)
				for (let y = 0; x + y <= most; y++)
					for (let z = Math.max(0, part.bound[0]! - x - y); x + y + z <= most; z++) {
						const cost = costOf([x, y, z]);
						if (cost < least - 1e-9 && x + z > 0 && y + z > 0 && holds([x, y, z])) least = cost;
					}
			const found = searchClass(problem, evaluate, 8, () => false);
			expect(meets(problem, evaluate(found.agents))).toBe(true);
			expect(found.agents[3]! + found.agents[4]!).toBe(0);
			const excess = costOf(found.agents) - least;
			if (excess < 1e-9) best++;
			else over = Math.max(over, excess);
			expect(excess).toBeLessThan(1.01);
		}
		console.log(
			`exhaustive search: ${best} of ${CASES.length} as good, the others at most ${over.toFixed(2)} agents more`
		);
		expect(best).toBeGreaterThanOrEqual(0.9 * CASES.length);
	});

	it('uses people who are there before it says that some are missing, and says who', () => {
		const queues = [queue('a', 20), queue('b', 20)];
		const groups = [
			{ id: 'A', queueIds: ['a'], headcount: 3 },
			{ id: 'AB', queueIds: ['a', 'b'], headcount: 30 }
		];
		const component = { queues: [0, 1], groups: [0, 1] };
		const search = (headcounts: number[]) => {
			const limited = groups.map((group, g) => ({ ...group, headcount: headcounts[g]! }));
			const part = partOfCentre(queues, limited, component, INTERVAL_SECONDS);
			const run = new StationaryRun(part.model);
			run.draw([20 / 900, 20 / 900], [240, 240], 20_000, 3);
			return searchClass(
				part.problemOf(0),
				(agents) => run.evaluate(agents),
				8,
				() => false
			).agents;
		};
		expect(Array.from(search([3, 30])).slice(2)).toEqual([0, 0]);
		const [a, ab, shortA, shortB] = search([12, 3]);
		expect(ab).toBe(3);
		expect(a! + shortA!).toBeGreaterThan(5);
		expect(shortA).toBe(0);
		expect(shortB).toBeGreaterThanOrEqual(2);
	});

	it('relieves a queue whose people are all at work by filling up beside them', () => {
		// b is served by AB alone, of whom there are just enough if A takes all of a.
		const queues = [queue('a', 20), queue('b', 12)];
		const groups = [
			{ id: 'AB', queueIds: ['a', 'b'], headcount: 6 },
			{ id: 'A', queueIds: ['a'], headcount: 20 }
		];
		const part = partOfCentre(queues, groups, { queues: [0, 1], groups: [0, 1] }, INTERVAL_SECONDS);
		const run = new StationaryRun(part.model);
		run.draw([20 / 900, 12 / 900], [240, 240], 20_000, 4);
		const found = searchClass(
			part.problemOf(0),
			(agents) => run.evaluate(agents),
			8,
			() => false
		);
		expect(Array.from(found.agents).slice(2)).toEqual([0, 0]);
		expect(found.agents[0]).toBe(6);
	});
});
