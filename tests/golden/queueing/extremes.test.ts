import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA, erlangC } from '#solver/queueing/index.ts';
import { evaluateStaffing, staffingRequirement, type StaffingInput } from '#solver/staffing/index.ts';

const eightyTwenty = { share: 0.8, thresholdSeconds: 20 };
const halfHour = (volume: number, ahtSeconds: number, patienceSeconds?: number): StaffingInput => ({
	volume,
	ahtSeconds,
	intervalSeconds: 1800,
	serviceLevel: eightyTwenty,
	...(patienceSeconds !== undefined && { patienceSeconds })
});
/** The requirement, with a proof: it meets the target, one agent less does not. */
function required(input: StaffingInput): number {
	const { agents, serviceLevel, ...rest } = staffingRequirement(input);
	const { share } = input.serviceLevel!;
	expect(serviceLevel).toBeGreaterThanOrEqual(share);
	for (const value of Object.values(rest))
		if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
	if (agents > 0) {
		const less = evaluateStaffing(input, agents - 1);
		if (less.status === 'stable') expect(less.serviceLevel).toBeLessThan(share);
		else expect(less.agentsNeeded).toBe(agents);
	}
	return agents;
}

describe('requirements at the extremes are numbers, fewest, and ordered', () => {
	const patience = [1e-3, 1, 20, 300, 86_400, 2_592_000, undefined];

	it.each(patience)('100,000 and 1,000,000 contacts per half-hour, patience %s s', (seconds) => {
		const large = required(halfHour(100_000, 240, seconds));
		expect(required(halfHour(1_000_000, 240, seconds))).toBeGreaterThan(9.9 * large);
		expect(large).toBeGreaterThan(0.79 * ((100_000 * 240) / 1800));
		expect(large).toBeLessThan(1.02 * ((100_000 * 240) / 1800));
	});

	it.each(patience)('an AHT of one second and of eight hours, patience %s s', (seconds) => {
		const load = (5000 * 1) / 1800;
		expect(required(halfHour(5000, 1, seconds))).toBeLessThan(load + 6 * Math.sqrt(load));
		expect(required(halfHour(2, 28_800, seconds))).toBeGreaterThan(20);
	});

	it.each(patience)('hardly any contacts at all, patience %s s', (seconds) => {
		for (const volume of [1e-6, 1e-9, Number.MIN_VALUE])
			expect(required(halfHour(volume, 240, seconds))).toBe(1);
	});

	it.each([0, 1e-9, 20, 86_400, 1e9])('threshold %d s', (thresholdSeconds) => {
		const target = { serviceLevel: { share: 0.8, thresholdSeconds } };
		for (const seconds of patience) required({ ...halfHour(300, 240, seconds), ...target });
		if (thresholdSeconds === 0) {
			const at = evaluateStaffing({ ...halfHour(300, 240, 120), ...target }, 45);
			if (at.status !== 'stable') throw new Error(at.explanation);
			expect(at.serviceLevel).toBeCloseTo(1 - at.probabilityOfWait!, 12);
		}
	});

	it('a promise of nearly everything', () => {
		for (const share of [0.999, 1 - 1e-6, 1 - 1e-12])
			required({ ...halfHour(100, 240, 120), serviceLevel: { share, thresholdSeconds: 20 } });
	});

	it('many more contacts than agents, with abandonment: what is answered is what the agents can do', () => {
		for (const load of [2, 100, 1e5, 1e8])
			for (const patienceSeconds of [1, 300, 86_400]) {
				const agents = Math.ceil(load / 2);
				const at = erlangA({
					loadErlangs: load,
					agents,
					ahtSeconds: 240,
					patienceSeconds,
					thresholdSeconds: 20
				});
				expect(at.abandonment).toBeGreaterThanOrEqual(0.5 - 1e-12);
				expect(at.occupancy! * agents).toBeCloseTo(load * (1 - at.abandonment), 4);
				if (patienceSeconds === 86_400) expect(at.occupancy).toBeCloseTo(1, 9);
			}
	});
});

describe('order that theory promises', () => {
	const queues = fc
		.record({
			loadErlangs: fc.oneof(
				fc.double({ min: 1e-6, max: 2, noNaN: true }),
				fc.double({ min: 2, max: 400, noNaN: true }),
				fc.double({ min: 400, max: 1e6, noNaN: true })
			),
			over: fc.double({ min: -6, max: 6, noNaN: true }),
			ahtSeconds: fc.constantFrom(1, 30, 240, 28_800),
			patienceSeconds: fc.constantFrom(1e-3, 1, 60, 600, 86_400, 2_592_000),
			thresholdSeconds: fc.constantFrom(0, 1, 20, 300)
		})
		.map(({ over, ...rest }) => ({
			...rest,
			agents: Math.max(1, Math.round(rest.loadErlangs + over * Math.sqrt(rest.loadErlangs)))
		}));
	const SLACK = 1e-9;
	const atMost = (a: number, b: number, what: string) =>
		expect(a, what).toBeLessThanOrEqual(b * (1 + SLACK) + 1e-300);

	it('erlangA(): in agents, load, threshold and patience, also at the extremes', () => {
		fc.assert(
			fc.property(queues, (queue) => {
				const base = erlangA(queue);
				const more = erlangA({ ...queue, agents: queue.agents + 1 + Math.floor(queue.agents / 1000) });
				const busier = erlangA({ ...queue, loadErlangs: queue.loadErlangs * 1.01 });
				const later = erlangA({ ...queue, thresholdSeconds: queue.thresholdSeconds * 1.5 + 1 });
				const patient = erlangA({ ...queue, patienceSeconds: queue.patienceSeconds * 1.5 });
				atMost(base.serviceLevel, more.serviceLevel, 'service level by agents');
				atMost(busier.serviceLevel, base.serviceLevel, 'service level by load');
				atMost(base.serviceLevel, later.serviceLevel, 'service level by threshold');
				for (const name of ['abandonment', 'asaSeconds', 'probabilityOfWait', 'occupancy'] as const) {
					atMost(more[name]!, base[name]!, `${name} by agents`);
					atMost(base[name]!, busier[name]!, `${name} by load`);
				}
				// Patience keeps contacts in the queue: more are answered, and all wait longer.
				atMost(patient.abandonment, base.abandonment, 'abandonment by patience');
				for (const name of ['asaSeconds', 'probabilityOfWait', 'occupancy'] as const)
					atMost(base[name]!, patient[name]!, `${name} by patience`);
			}),
			{ seed: 31, numRuns: 600 }
		);
	});

	it('erlangC(): in agents, load and threshold, up to a million Erlangs', () => {
		fc.assert(
			fc.property(queues, ({ patienceSeconds: _, ...queue }) => {
				const agents = Math.max(queue.agents, Math.floor(queue.loadErlangs * 1.01) + 1);
				const at = (part: { agents?: number; loadErlangs?: number; thresholdSeconds?: number }) => {
					const result = erlangC({ ...queue, agents, ...part });
					if (result.status === 'unstable') throw new Error(result.explanation);
					return result;
				};
				const base = at({});
				const more = at({ agents: agents + 1 + Math.floor(agents / 1000) });
				const busier = at({ loadErlangs: queue.loadErlangs * 1.005 });
				atMost(base.serviceLevel, more.serviceLevel, 'service level by agents');
				atMost(busier.serviceLevel, base.serviceLevel, 'service level by load');
				atMost(
					base.serviceLevel,
					at({ thresholdSeconds: queue.thresholdSeconds * 2 + 1 }).serviceLevel,
					'by T'
				);
				for (const name of ['asaSeconds', 'probabilityOfWait', 'occupancy'] as const) {
					atMost(more[name], base[name], `${name} by agents`);
					atMost(base[name], busier[name], `${name} by load`);
				}
			}),
			{ seed: 32, numRuns: 400 }
		);
	});
});
