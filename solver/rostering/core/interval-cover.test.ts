import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateHeads } from './allocate-heads.ts';
import { cellCost, createIntervalCover, type IntervalDemand } from './interval-cover.ts';

const lanesOfAgent = fc.subarray([0, 1, 2, 3], { minLength: 1 });
const problem = fc.record({
	agents: fc.array(lanesOfAgent, { minLength: 2, maxLength: 8 }),
	need: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 }),
	changes: fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 0, max: 2 })), { minLength: 4, maxLength: 40 })
});

it('createIntervalCover() keeps the allotment at least cost and prices changes exactly', () => {
	let removed = 0;
	fc.assert(
		fc.property(problem, ({ agents, need, changes }) => {
			const demand: IntervalDemand = {
				...{ intervals: 4, intervalsPerDay: 4, lanes: 4, under: 10, over: 1, deepUnder: 5 },
				required: Float64Array.from(need),
				deepAt: Float64Array.from(need, (n) => n * 0.6),
				stretches: [[], [0, 2], [0, 1, 2, 4]].map((s) => Int32Array.from(s)),
				agentLanes: agents.map((own) => Int32Array.from(own))
			};
			const cover = createIntervalCover(demand);
			const plans = agents.map(() => new Int16Array(1));
			const price = new Float64Array(3);
			const exact = () => {
				let cost = 0;
				for (let t = 0; t < 4; t++) {
					const present = (kind: number) => (kind === 1 ? t < 2 : kind === 2 ? t !== 1 : false);
					const counts = allocateHeads(
						demand.agentLanes.map((lanes, a) => ({ lanes, people: present(plans[a]![0]!) ? 1 : 0 })),
						4,
						(l, n) => cellCost(demand, l * 4 + t, n + 1) - cellCost(demand, l * 4 + t, n)
					);
					counts.forEach((n, l) => (cost += cellCost(demand, l * 4 + t, n)));
				}
				return cost;
			};
			for (const [index, kind] of changes) {
				const a = index % agents.length;
				if (plans[a]![0]! > 0) removed++;
				cover.remove(a, plans[a]!, 0, 1);
				plans[a]![0] = 0;
				const before = cover.total();
				expect(before).toBeCloseTo(exact(), 9);
				cover.price(a, 0, 1, price);
				plans[a]![0] = kind;
				cover.add(a, plans[a]!, 0, 1);
				expect(cover.total()).toBeCloseTo(before + price[kind]!, 9);
				expect(cover.total()).toBeCloseTo(exact(), 9);
			}
		}),
		{ numRuns: 120, seed: 11 }
	);
	expect(removed).toBeGreaterThan(200);
});
