import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../numeric/random.ts';
import { balanceModel } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { lossCurve } from './loss-curve.ts';
import { PiecewiseSimplex } from './piecewise-simplex.ts';
import { solveModel, type WayBounds } from './solve-model.ts';

/** Big enough that the general engine needs many pivots, small enough that it still answers. */
function floor(random: Random, queueCount: number, groupCount: number): BalanceProblem {
	const queues = Array.from({ length: queueCount }, (_, q) => ({
		id: `q${q}`,
		loss: lossCurve({
			waiting: random.below(10),
			arrivals: 10 + 50 * random.uniform(),
			windowSeconds: 1800,
			ahtSeconds: 200 + 200 * random.uniform(),
			patienceSeconds: 200,
			thresholdSeconds: 20,
			targetShare: 0.8,
			weight: 0.5 + random.uniform()
		})
	}));
	const groups = Array.from({ length: groupCount }, (_, g) => {
		const can = new Set<number>();
		while (can.size < 3) can.add(random.below(queueCount));
		const [first] = can;
		return {
			id: `g${g}`,
			agents: 1 + random.below(4),
			serving: random.below(8) === 0 ? null : `q${first}`,
			can: [...can].map((q) => ({ queue: `q${q}`, pace: 0.6 + 0.5 * random.uniform() }))
		};
	});
	return { queues, groups, moveCost: 0.5, mostMoves: random.below(2) === 0 ? 6 : undefined };
}

describe('PiecewiseSimplex', () => {
	it('equals javascript-lp-solver under changing bounds, each time from where the last answer ended', () => {
		const random = createRandom(19);
		const seen = { programs: 0, infeasible: 0 };
		for (let k = 0; k < 12; k++) {
			const problem = floor(random, 6, 14);
			const model = balanceModel(problem);
			const simplex = new PiecewiseSimplex(problem, model);
			for (let round = 0; round < 8; round++) {
				const bounds: WayBounds = new Map(
					model.ways.flatMap(({ most }, w) => {
						if (round === 0 || random.below(4) > 0) return [];
						const least = random.below(most + 1);
						return [[w, { least, most: least + random.below(most - least + 1) }] as const];
					})
				);
				const [own, general] = [simplex.solve(model.ways, bounds), solveModel(model, bounds)];
				expect(own.status, `floor ${k}, round ${round}`).toBe(general.status);
				seen.programs++;
				if (own.status !== 'optimal' || general.status !== 'optimal') seen.infeasible++;
				else expect(own.objective).toBeCloseTo(general.objective, 6);
			}
		}
		console.log(`PiecewiseSimplex, seed 19: ${JSON.stringify(seen)}`);
		expect(seen.programs - seen.infeasible).toBeGreaterThan(30);
		expect(seen.infeasible).toBeGreaterThan(5);
	});

	it('keeps its answer over hundreds of programs', () => {
		const problem = floor(createRandom(5), 12, 40);
		const model = balanceModel(problem);
		const simplex = new PiecewiseSimplex(problem, model);
		const first = simplex.solve(model.ways);
		if (first.status !== 'optimal') throw new Error('no answer');
		const random = createRandom(6);
		for (let k = 0; k < 300; k++)
			simplex.solve(model.ways, new Map([[random.below(model.ways.length), { least: 0, most: 0 }]]));
		const again = simplex.solve(model.ways);
		expect(again).toMatchObject({ status: 'optimal' });
		if (again.status === 'optimal') expect(again.objective).toBeCloseTo(first.objective, 6);
		expect(simplex.steps).toBeGreaterThan(400);
	});
});
