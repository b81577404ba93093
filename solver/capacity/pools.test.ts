import { describe, expect, it } from 'vitest';
import { staffingRequirement } from '../staffing/requirement.ts';
import { capacityPlan } from './capacity-plan.ts';
import { calls, letters, smallCentre } from './testing/small-centre.ts';

const half = (id: string, change = {}) => calls(1, { id, contactsByMonth: [6_000], ...change });
const plan = (families: ReturnType<typeof calls>[], heads = 100) =>
	capacityPlan(smallCentre(1, { families, people: { heads } })).months[0]!;

describe('capacityPlan() with families that share their people', () => {
	it('plans two halves as the whole, and each alone as itself', () => {
		const whole = plan([calls(1)]);
		const shared = plan([half('a', { pool: 1 }), half('b', { pool: 1 })]);
		const apart = plan([half('a'), half('b')]);
		expect(shared.agentHours).toBe(whole.agentHours);
		expect(shared.serviceLevel).toBeCloseTo(whole.serviceLevel!, 12);
		expect(apart.agentHours).toBeGreaterThan(whole.agentHours);
		expect(shared.families.map(({ agentHours }) => agentHours)).toEqual([
			whole.agentHours / 2,
			whole.agentHours / 2
		]);
	});

	it('takes the mean handling time and the strictest target', () => {
		const { agentHours } = plan([
			half('a', { pool: 1, ahtSeconds: 200 }),
			half('b', { pool: 1, ahtSeconds: 400, serviceLevel: { share: 0.95, thresholdSeconds: 10 } })
		]);
		const { agents } = staffingRequirement({
			volume: 37.5,
			intervalSeconds: 1800,
			ahtSeconds: 300,
			patienceSeconds: 180,
			serviceLevel: { share: 0.95, thresholdSeconds: 10 }
		});
		expect(agentHours).toBe(agents * 160);
	});

	it('gives each family its level at its own threshold', () => {
		const month = plan(
			[half('a', { pool: 1 }), half('b', { pool: 1, serviceLevel: { share: 0.8, thresholdSeconds: 120 } })],
			5
		);
		expect(month.families[1]!.serviceLevel!).toBeGreaterThan(month.families[0]!.serviceLevel!);
	});

	it('refuses to share work of different kinds', () => {
		expect(() => plan([half('a', { pool: 1 }), letters(1, { pool: 1 })])).toThrow(
			/families\["letters"\]\.pool "1" must be another than that of "a"/
		);
	});
});
