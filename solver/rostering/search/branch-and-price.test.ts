import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { compileInstance } from '../benchmark/compile-instance.ts';
import { parseInstance } from '../benchmark/parse-instance.ts';
import { validateInstance } from '../benchmark/validate-instance.ts';
import { highs } from '../bound/linear-model.ts';
import type { Plan } from '../core/core-problem.ts';
import { createShiftCover, type ShiftDemand } from '../core/shift-cover.ts';
import { branchAndPrice } from './branch-and-price.ts';
import { createColumnGeneration } from './column-generation.ts';
import { combinePlans } from './combine-plans.ts';
import { firstPlans } from './first-plans.ts';
import { createPlanPool, type PlanPool } from './plan-pool.ts';
import { createPlanSearch } from './plan-search.ts';

const text = readFileSync(
	new URL('../../../tests/golden/rostering/tiny-instance.txt', import.meta.url),
	'utf8'
);
/** Three more people, of whom the relaxation often makes halves. */
const more = 'D,E=7|L=7,2400,1440,2,2,2,1\nE,E=4|L=3,2880,1920,3,2,1,1\nF,E=3|L=7,1920,960,2,2,3,0';
const instance = parseInstance(text.replace('\n\nSECTION_DAYS_OFF', `\n${more}\n\nSECTION_DAYS_OFF`));
const { core, demand: first } = compileInstance(instance);
const { days, kinds } = core;
const searches = core.agents.map((a) => createPlanSearch(a, core.kindMinutes, days));

/** Every plan of everybody that the validator finds nothing wrong with. */
function allPlans(): PlanPool {
	const pool = createPlanPool();
	const plan: Plan = new Int16Array(days);
	const ids = ['', ...instance.shifts.map(({ id }) => id)];
	for (let code = 0; code < (kinds + 1) ** days; code++) {
		for (let d = 0, rest = code; d < days; d++, rest = Math.floor(rest / (kinds + 1)))
			plan[d] = rest % (kinds + 1);
		const shifts = Array.from(plan, (k) => ids[k]!);
		const assignments = Object.fromEntries(instance.staff.map(({ id }) => [id, shifts]));
		const { violations } = validateInstance(instance, { assignments });
		instance.staff.forEach(({ id }, a) => {
			if (violations.every((v) => v.agent !== id)) pool.add(a, plan);
		});
	}
	return pool;
}

it('branchAndPrice() finds the cheapest roster of all there are, and none within less', async () => {
	const engine = await highs();
	const every = allPlans();
	const random = createRandom(21);
	let branched = 0;
	for (let round = 0; round < 30; round++) {
		const demand: ShiftDemand = {
			required: first.required.map((_, i) => (i % (kinds + 1) === 0 ? 0 : random.below(4))),
			under: first.under.map((_, i) => (i % (kinds + 1) === 0 ? 0 : 2 + random.below(30))),
			over: first.over.map((_, i) => (i % (kinds + 1) === 0 ? 0 : random.below(6)))
		};
		const own = {
			...core,
			agents: core.agents.map((a) => ({ ...a, cost: a.cost.map((c) => c + random.below(9)) }))
		};
		const start = firstPlans(own, createShiftCover(kinds, demand), searches, () => false);
		if (start.status !== 'found') throw new Error(start.status);
		const costOf = (plans: Plan[]) => {
			const cover = createShiftCover(kinds, demand);
			plans.forEach((plan, a) => cover.add(a, plan, 0, days));
			return plans.reduce(
				(sum, plan, a) => plan.reduce((s, k, d) => s + own.agents[a]!.cost[d * (kinds + 1) + k]!, sum),
				cover.total()
			);
		};
		const limits = { seconds: 60, shouldStop: () => false };
		const all = every.plans.map((_, c) => c);
		const best = costOf(combinePlans(engine, own, demand, every, all, start.plans, 1e6, limits)!);

		const master = createColumnGeneration(engine, own, demand, searches, start.plans);
		const solve = () => {
			for (;;) {
				const { added, linearObjective } = master.round();
				if (added === 0) return linearObjective;
			}
		};
		const linear = solve();
		if (linear < best - 1e-6) branched++;
		const found = branchAndPrice(master, random, best + 5, 1, () => false);
		expect(costOf(found!)).toBe(best);
		found!.forEach((plan, a) => expect(every.find(a, plan)).toBeGreaterThanOrEqual(0));
		expect(branchAndPrice(master, random, best - 1 + 1e-6, 1, () => false)).toBeNull();
		// Nothing is left of the restrictions, and a bound taken under them is not kept.
		expect(solve()).toBeCloseTo(linear, 6);
		expect(master.boundWith(0, found![0]!)).toBeLessThanOrEqual(best + 1e-6);
		master.dispose();
	}
	expect(branched).toBeGreaterThan(3);
});

it('branchAndPrice() ends when it is told to', async () => {
	const start = firstPlans(core, createShiftCover(kinds, first), searches, () => false);
	if (start.status !== 'found') throw new Error(start.status);
	const master = createColumnGeneration(await highs(), core, first, searches, start.plans);
	expect(branchAndPrice(master, createRandom(1), 1e6, 1, () => true)).toBeNull();
	master.dispose();
});
