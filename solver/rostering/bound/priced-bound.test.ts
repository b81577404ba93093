import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileProblem } from '../core/compile-problem.ts';
import type { Plan } from '../core/core-problem.ts';
import { parseProblem } from '../parse-problem.ts';
import { rosterCost } from '../roster-cost.ts';
import { createPlanSearch } from '../search/plan-search.ts';
import { pricedBound } from './priced-bound.ts';
import { solveCovering } from './solve-covering.ts';

const contract = { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 0, maxConsecutiveDays: 6 };
const centre = (needs: number[], start = '2026-11-23') => {
	const compiled = compileProblem(
		parseProblem({
			version: 1,
			horizon: { start, days: 2 },
			intervalMinutes: 30,
			agents: [['voice'], ['voice', 'chat'], ['chat']].map((skills, i) => ({
				id: `a${i}`,
				skills,
				contract,
				preferences: [{ day: 0, kind: 'avoid', shift: 'work', weight: i }]
			})),
			shifts: [
				{ id: 'x', start: '09:00', lengthMinutes: 60 },
				{ id: 'y', start: '09:30', lengthMinutes: 60 }
			],
			demand: needs.map((agents, i) => ({
				day: i % 2,
				fromMinute: 540 + 30 * (Math.floor(i / 2) % 3),
				skill: i < 6 ? 'voice' : 'chat',
				agents
			}))
		})
	);
	const { core, demand } = compiled;
	const searches = core.agents.map((a) => createPlanSearch(a, core.kindMinutes, core.days));
	const plans = Array.from({ length: 9 }, (_, i): Plan => Int16Array.of(i % 3, Math.floor(i / 3)));
	let optimum = Infinity;
	for (const a of plans)
		for (const b of plans)
			for (const c of plans) optimum = Math.min(optimum, rosterCost(compiled, [a, b, c]));
	return { core, demand, searches, optimum };
};
const go = () => false;
const needs = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });

it('pricedBound() is no more than the optimum, whatever the prices', () => {
	fc.assert(
		fc.property(needs, fc.array(fc.double({ min: -1, max: 12, noNaN: true })), (list, some) => {
			const { core, demand, searches, optimum } = centre([1, ...list.slice(1)]);
			const prices = demand.required.map((_, i) => some[i % some.length] ?? 0);
			expect(pricedBound(core, demand, searches, { prices }, go)).toBeLessThanOrEqual(optimum + 1e-9);
		}),
		{ numRuns: 40, seed: 2 }
	);
});

it("pricedBound() at the covering program's prices is near the optimum", async () => {
	const { core, demand, searches, optimum } = centre([1, 2, 0, 3, 1, 1, 2, 0, 1, 2, 2, 1]);
	const covering = await solveCovering(core, demand, go);
	const bound = pricedBound(core, demand, searches, covering!, go)!;
	expect(bound).toBeLessThanOrEqual(optimum + 1e-9);
	expect(bound).toBeGreaterThan(optimum * 0.9);
});

it('solveCovering() window by window gives the prices of the whole', async () => {
	const { core, demand, searches } = centre([1, 2, 0, 3, 1, 1, 2, 0, 1, 2, 2, 1], '2026-11-22');
	expect(core.agents[0]!.windows).toHaveLength(2);
	const whole = pricedBound(core, demand, searches, (await solveCovering(core, demand, go))!, go)!;
	const parts = pricedBound(core, demand, searches, (await solveCovering(core, demand, go, 1))!, go)!;
	expect(parts).toBeCloseTo(whole, 3);
});

it('solveCovering() and pricedBound() stop when told to, without an answer', async () => {
	const { core, demand, searches } = centre([1, 2, 0, 3, 1, 1, 2, 0, 1, 2, 2, 1]);
	expect(
		pricedBound(core, demand, searches, { prices: new Float64Array(demand.required.length) }, () => true)
	).toBeNull();
	expect(await solveCovering(core, demand, () => true)).toBeNull();
});
