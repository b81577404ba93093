import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deferredPlan, type DeferredPlanInput } from './deferred.ts';

const base: DeferredPlanInput = {
	volumes: [10, 0, 0, 0],
	intervalSeconds: 900,
	ahtSeconds: 300,
	deadlineSeconds: 3600
};
const planned = (input: DeferredPlanInput) => {
	const plan = deferredPlan(input);
	if (plan.status !== 'planned') throw new Error(plan.explanation);
	return plan;
};

describe('deferredPlan()', () => {
	it('spreads work over its time, in seconds and in agents', () => {
		const plan = planned({ ...base, maxOccupancy: 0.5, shrinkage: 0.2 });
		expect([...plan.agentSeconds]).toEqual([750, 750, 750, 750]);
		expect(plan.agents[0]).toBeCloseTo(750 / 450, 12);
		expect(plan.agentsWithShrinkage[0]).toBeCloseTo(750 / 450 / 0.8, 12);
		expect(plan.carriedOverSeconds).toBe(0);
	});

	it('does overdue work first and the rest of the backlog by its time', () => {
		const plan = planned({
			...base,
			volumes: [0, 0, 0, 0],
			backlog: [
				{ contacts: 4, dueInSeconds: -100 },
				{ contacts: 3, dueInSeconds: 3600 }
			]
		});
		expect([...plan.agentSeconds]).toEqual([1200, 300, 300, 300]);
	});

	it('works round closed intervals, and carries over what is due beyond the end', () => {
		const plan = planned({
			...base,
			volumes: [0, 0, 8, 8],
			open: [true, true, false, true],
			deadlineSeconds: 7200
		});
		expect(plan.agentSeconds[2]).toBe(0);
		expect(plan.carriedOverSeconds).toBeCloseTo(8 * 300 * (1 - 2 / 8) + 8 * 300 * (1 - 1 / 8), 9);
	});

	it('takes handling time and shrinkage by interval, and of what already waits', () => {
		const plan = planned({
			...base,
			volumes: [2, 0, 4, 0],
			ahtSeconds: [300, NaN, 600, NaN],
			deadlineSeconds: 900,
			backlog: [{ contacts: 1, dueInSeconds: 0, ahtSeconds: 900 }],
			shrinkage: [0, 0.1, 0.2, 0.3]
		});
		expect([...plan.agentSeconds]).toEqual([1500, 0, 2400, 0]);
		expect(plan.agentsWithShrinkage[2]).toBeCloseTo(2400 / 900 / 0.8, 12);
	});

	it('says where work falls due before anyone could do it', () => {
		expect(
			deferredPlan({ ...base, volumes: [0, 4, 0, 0], deadlineSeconds: 900, open: [true, false, true, true] })
		).toEqual({
			status: 'infeasible',
			interval: 1,
			explanation: expect.stringContaining('arrives after the last open interval')
		});
	});

	it('first in, first out, every contact is done by its deadline and none before it arrives', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 0, max: 60 }),
				(volumes, lasts, waiting) => {
					const backlog = [{ contacts: waiting, dueInSeconds: 900 }];
					const plan = planned({ ...base, volumes, deadlineSeconds: lasts * 900, backlog });
					let [done, arrived] = [0, waiting * 300];
					const n = volumes.length;
					for (let i = 0; i < n; i++) {
						arrived += volumes[i]! * 300;
						done += plan.agentSeconds[i]!;
						expect(done).toBeLessThanOrEqual(arrived + 1e-6);
						const due = volumes.slice(0, Math.max(0, i + 2 - lasts)).reduce((a, b) => a + b, waiting) * 300;
						expect(done).toBeGreaterThanOrEqual(due - 1e-6);
					}
					expect(done + plan.carriedOverSeconds).toBeCloseTo(arrived, 6);
				}
			),
			{ seed: 12, numRuns: 300 }
		);
	});

	it.each([
		[{ deadlineSeconds: 100 }, 'deadlineSeconds "100" must be at least one interval'],
		[{ volumes: [1, NaN] }, 'volumes[1] "NaN"'],
		[{ ahtSeconds: -1 }, 'ahtSeconds "-1"'],
		[{ open: [true] }, 'open.length "1"'],
		[{ backlog: [{ contacts: 1, dueInSeconds: 1e6 }] }, 'backlog[0].dueInSeconds "1000000" must be at most'],
		[{ backlog: [{ contacts: -1, dueInSeconds: 0 }] }, 'backlog[0].contacts "-1"'],
		[{ ahtSeconds: [300, 300] }, 'ahtSeconds.length "2" must be 4'],
		[{ ahtSeconds: [0, 1, 1, 1] }, 'ahtSeconds[0] "0"'],
		[{ shrinkage: [0, 0, 0, 30] }, 'shrinkage[3] "30"'],
		[{ shrinkage: 30 }, 'Maybe 0.3 was meant'],
		[{ maxOccupancy: 0 }, 'maxOccupancy "0"']
	] as [Partial<DeferredPlanInput>, string][])('refuses %j', (part, message) => {
		expect(() => deferredPlan({ ...base, ...part })).toThrow(message);
	});
});
