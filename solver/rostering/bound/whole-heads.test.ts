import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highs } from './linear-model.ts';
import { pricedBound } from './priced-bound.ts';
import { solveCovering } from './solve-covering.ts';
import { combinations, tinyCentre } from './testing.ts';
import { wholeHeadsBound } from './whole-heads.ts';

const engine = await highs();
const go = () => false;
/** People wanted in ten half-hours: see tinyCentre(). */
const someNeeds = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 });

it.each([true, false])(
	'wholeHeadsBound() is no more than the optimum, also where shifts pass midnight (%s)',
	async (night) => {
		let positive = 0;
		await fc.assert(
			fc.asyncProperty(someNeeds, async (needs) => {
				const { core, demand, lawful, costOf } = tinyCentre(needs, { night });
				let optimum = Infinity;
				for (const plans of combinations(lawful)) optimum = Math.min(optimum, costOf(plans));
				const covering = (await solveCovering(core, demand, go))!;
				const { bound, isComplete } = wholeHeadsBound(engine, core, demand, covering, () => 0)!;
				expect(isComplete).toBe(true);
				expect(bound).toBeLessThanOrEqual(optimum + 1e-4);
				if (bound > 1) positive++;
			}),
			{ numRuns: 8, seed: 3 }
		);
		expect(positive).toBeGreaterThan(4);
	}
);

it('wholeHeadsBound() is no more than the optimum at any prices', () => {
	const price = fc.integer({ min: -20, max: 20 });
	fc.assert(
		fc.property(someNeeds, price, price, (needs, hour, shift) => {
			const { core, demand, lawful, costOf } = tinyCentre(needs, { night: false });
			let optimum = Infinity;
			for (const plans of combinations(lawful)) optimum = Math.min(optimum, costOf(plans));
			const groups = core.agents.map((_, a) => [a]);
			const limits = groups.map((_, group) => ({ group, window: 0, hour, shift }));
			const { bound } = wholeHeadsBound(engine, core, demand, { groups, limits }, () => 0)!;
			expect(bound).toBeLessThanOrEqual(optimum + 1e-4);
		}),
		{ numRuns: 12, seed: 4 }
	);
});

it('wholeHeadsBound() sees that half a person on each of three shifts is not to be had', async () => {
	// One is wanted in each of three halves of an hour, of which every shift covers two.
	const { core, demand, searches } = tinyCentre([1, 1, 1, 0, 0, 0, 0, 0, 0, 0], {
		skills: [['voice'], ['voice'], ['voice']],
		night: false
	});
	const free = { ...core, agents: core.agents.map((a) => ({ ...a, cost: a.cost.map(() => 0) })) };
	const covering = (await solveCovering(free, demand, go))!;
	const { bound } = wholeHeadsBound(engine, free, demand, covering, () => 0)!;
	expect(bound).toBeGreaterThan(pricedBound(free, demand, searches, covering, go)! + 0.4);
});
