import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileInstance } from '../benchmark/compile-instance.ts';
import { parseInstance } from '../benchmark/parse-instance.ts';
import { highs } from '../bound/linear-model.ts';
import { createShiftCover } from '../core/shift-cover.ts';
import { createColumnGeneration } from './column-generation.ts';
import { firstPlans } from './first-plans.ts';
import { createPlanSearch } from './plan-search.ts';

const text = readFileSync(
	new URL('../../../tests/golden/rostering/tiny-instance.txt', import.meta.url),
	'utf8'
);

it('createColumnGeneration() gives a held agent that plan alone, and all of them once it is let go', async () => {
	const { core, demand } = compileInstance(parseInstance(text));
	const searches = core.agents.map((a) => createPlanSearch(a, core.kindMinutes, core.days));
	const first = firstPlans(core, createShiftCover(core.kinds, demand), searches, () => false);
	if (first.status !== 'found') throw new Error(first.status);
	const master = createColumnGeneration(await highs(), core, demand, searches, first.plans);
	const solve = () => {
		for (;;) {
			const { added, linearObjective } = master.round();
			if (added === 0) return linearObjective;
		}
	};
	const free = solve();
	const unused = master.pool.agents.findIndex((a, c) => a === 0 && master.weights()[c] === 0);
	expect(unused).toBeGreaterThanOrEqual(0);
	master.hold(0, unused);
	expect(solve()).toBeGreaterThanOrEqual(free - 1e-6);
	expect(Array.from(master.weights()).filter((w, c) => master.pool.agents[c] === 0 && w > 1e-9)).toEqual([1]);
	expect(master.weights()[unused]).toBeCloseTo(1);
	master.hold(0, -1);
	expect(solve()).toBeCloseTo(free);
	master.dispose();
});

it('createColumnGeneration() claims no bound where a search may miss the cheapest plan', async () => {
	const { core, demand } = compileInstance(parseInstance(text));
	const searches = core.agents.map((a) => createPlanSearch(a, core.kindMinutes, core.days));
	const first = firstPlans(core, createShiftCover(core.kinds, demand), searches, () => false);
	if (first.status !== 'found') throw new Error(first.status);
	for (const isExact of [true, false]) {
		const claimed = searches.map((search, a) => (a === 0 ? { ...search, isExact } : search));
		const master = createColumnGeneration(await highs(), core, demand, claimed, first.plans);
		expect(master.round().bound > -Infinity).toBe(isExact);
		expect(master.boundWith(0, first.plans[0]!) > -Infinity).toBe(isExact);
		master.dispose();
	}
});
