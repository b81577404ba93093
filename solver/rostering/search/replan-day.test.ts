import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highs } from '../bound/linear-model.ts';
import { combinations, tinyCentre } from '../bound/testing.ts';
import { replanDay } from './replan-day.ts';

const engine = await highs();
/** People wanted in ten half-hours: see tinyCentre(). */
const someNeeds = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 });

it.each([
	{ of: 'one skill', skills: [['voice'], ['voice'], ['voice']] },
	{ of: 'several skills', skills: [['voice'], ['voice', 'chat'], ['chat']] }
])('replanDay() finds the best day for everybody, the other days held, with $of', ({ skills }) => {
	let improved = 0;
	fc.assert(
		fc.property(
			someNeeds,
			fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
			fc.nat(1),
			(needs, starts, day) => {
				const { core, demand, searches, lawful, costOf } = tinyCentre(needs, { skills });
				const plans = lawful.map((list, a) => list[starts[a]! % list.length]!);
				const other = 1 - day;
				const open = lawful.map((list, a) => list.filter((plan) => plan[other] === plans[a]![other]));
				let best = Infinity;
				for (const choice of combinations(open)) best = Math.min(best, costOf(choice));
				const found = replanDay(engine, core, demand, searches, plans, day, () => false)!;
				found.forEach((plan, a) => expect(open[a]).toContainEqual(plan));
				expect(costOf(found)).toBeCloseTo(best, 6);
				if (best < costOf(plans) - 1e-6) improved++;
			}
		),
		{ numRuns: 20, seed: 5 }
	);
	expect(improved).toBeGreaterThan(5);
});
