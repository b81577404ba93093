import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffingPlan, type StaffingPlanInput } from './plan.ts';
import { staffingRequirement } from './requirement.ts';

const terms = { intervalSeconds: 900, serviceLevel: { share: 0.8, thresholdSeconds: 20 } };
const volume = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 400, noNaN: true }));

describe('staffingPlan()', () => {
	it('gives each interval what staffingRequirement() gives it alone', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						volume,
						ahtSeconds: fc.constantFrom(120, 240, 241),
						patienceSeconds: fc.constantFrom(60, 180),
						shrinkage: fc.constantFrom(0, 0.25)
					}),
					{ minLength: 1, maxLength: 60 }
				),
				(demands) => {
					const plan = staffingPlan({
						...terms,
						maxOccupancy: 0.9,
						minimumAgents: 1,
						volumes: demands.map((d) => d.volume),
						ahtSeconds: demands.map((d) => d.ahtSeconds),
						patienceSeconds: demands.map((d) => d.patienceSeconds),
						shrinkage: demands.map((d) => d.shrinkage)
					});
					const alone = demands.map((demand) =>
						staffingRequirement({ ...terms, maxOccupancy: 0.9, minimumAgents: 1, ...demand })
					);
					expect(plan).toEqual(alone);
				}
			),
			{ seed: 9, numRuns: 60 }
		);
	});

	it('takes one value for all intervals, in Erlang C as well, and typed arrays', () => {
		fc.assert(
			fc.property(fc.array(volume, { maxLength: 200 }), (volumes) => {
				const plan = staffingPlan({
					...terms,
					volumes: Float64Array.from(volumes),
					ahtSeconds: 200,
					shrinkage: 0.3
				});
				expect(plan).toEqual(
					volumes.map((one) =>
						staffingRequirement({ ...terms, volume: one, ahtSeconds: 200, shrinkage: 0.3 })
					)
				);
			}),
			{ seed: 10, numRuns: 50 }
		);
	});

	it('does not ask for a handling time where there are no contacts', () => {
		const plan = staffingPlan({ ...terms, volumes: [0, 5], ahtSeconds: [NaN, 240] });
		expect(plan.map((interval) => interval.agents)).toEqual([0, 3]);
	});

	it.each([
		[{ volumes: [1, -2] }, 'volume[1] "-2"'],
		[{ ahtSeconds: [240] }, 'ahtSeconds.length "1" must be 2, one for each interval'],
		[{ ahtSeconds: [240, 0] }, 'ahtSeconds[1] "0"'],
		[{ shrinkage: [0.3, 30] }, 'shrinkage[1] "30"'],
		[{ patienceSeconds: 0 }, 'patienceSeconds[0] "0"'],
		[{ serviceLevel: { share: 80, thresholdSeconds: 20 } }, 'Maybe 0.8 was meant']
	] as [Partial<StaffingPlanInput>, string][])('refuses %j', (part, message) => {
		expect(() => staffingPlan({ ...terms, volumes: [1, 2], ahtSeconds: 240, ...part })).toThrow(message);
	});
});
