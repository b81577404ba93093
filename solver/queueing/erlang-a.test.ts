import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA, type ErlangAInput } from './erlang-a.ts';
import { erlangC } from './erlang-c.ts';

const input: ErlangAInput = {
	loadErlangs: 40 / 3,
	agents: 16,
	ahtSeconds: 240,
	patienceSeconds: 120,
	thresholdSeconds: 20
};
const queues: fc.Arbitrary<ErlangAInput> = fc
	.record({
		loadErlangs: fc.oneof(
			fc.double({ min: 0.01, max: 20, noNaN: true }),
			fc.double({ min: 20, max: 5000, noNaN: true })
		),
		agentsOver: fc.double({ min: -5, max: 5, noNaN: true }),
		ahtSeconds: fc.constantFrom(20, 180, 240, 600, 3600),
		patienceSeconds: fc.constantFrom(1, 30, 120, 300, 3600, 86_400),
		thresholdSeconds: fc.double({ min: 0, max: 900, noNaN: true })
	})
	.map(({ agentsOver, ...rest }) => ({
		...rest,
		agents: Math.max(1, Math.round(rest.loadErlangs + agentsOver * Math.sqrt(rest.loadErlangs)))
	}));
const SLACK = 1e-12;

describe('erlangA()', () => {
	it('gives one agent and equal load, handling time and patience their closed form', () => {
		const one = erlangA({
			loadErlangs: 1,
			agents: 1,
			ahtSeconds: 60,
			patienceSeconds: 60,
			thresholdSeconds: 0
		});
		expect(one.abandonment).toBeCloseTo(1 / Math.E, 14);
		expect(one.probabilityOfWait).toBeCloseTo(1 - 1 / Math.E, 14);
		expect(one.averageWaitSeconds).toBeCloseTo(60 / Math.E, 12);
	});

	it('does not underflow: 300 Erlangs on 295 agents serve more within 480 s than within 300 s', () => {
		const at = (thresholdSeconds: number) =>
			erlangA({ loadErlangs: 300, agents: 295, ahtSeconds: 180, patienceSeconds: 300, thresholdSeconds });
		expect(at(300).serviceLevel).toBeGreaterThan(0.96);
		expect(at(480).serviceLevel).toBeGreaterThanOrEqual(at(300).serviceLevel);
		expect(at(480).serviceLevel).toBeCloseTo(1 - at(480).abandonment, 10);
	});

	it('improves with agents, worsens with load, and serves more by a later threshold', () => {
		fc.assert(
			fc.property(queues, (queue) => {
				const base = erlangA(queue);
				const more = erlangA({ ...queue, agents: queue.agents + 1 });
				const busier = erlangA({ ...queue, loadErlangs: queue.loadErlangs * 1.01 });
				expect(more.serviceLevel).toBeGreaterThanOrEqual(base.serviceLevel * (1 - SLACK));
				expect(busier.serviceLevel).toBeLessThanOrEqual(base.serviceLevel * (1 + SLACK));
				for (const name of ['abandonment', 'asaSeconds', 'probabilityOfWait', 'occupancy'] as const) {
					expect(more[name]).toBeLessThanOrEqual(base[name]! * (1 + SLACK));
					expect(busier[name]).toBeGreaterThanOrEqual(base[name]! * (1 - SLACK));
				}
				const later = erlangA({ ...queue, thresholdSeconds: queue.thresholdSeconds + 7 });
				expect(later.serviceLevel).toBeGreaterThanOrEqual(base.serviceLevel * (1 - SLACK));
			}),
			{ seed: 4, numRuns: 500 }
		);
	});

	it('balances: patience × abandonment = average wait; what is answered keeps agents busy', () => {
		fc.assert(
			fc.property(queues, (queue) => {
				const { abandonment, averageWaitSeconds, occupancy, ...rest } = erlangA(queue);
				expect(averageWaitSeconds).toBeCloseTo(queue.patienceSeconds * abandonment, 8);
				expect((queue.loadErlangs * (1 - abandonment)) / queue.agents).toBeCloseTo(occupancy!, 10);
				for (const share of [abandonment, occupancy!, rest.serviceLevel, rest.probabilityOfWait]) {
					expect(share).toBeGreaterThanOrEqual(0);
					expect(share).toBeLessThanOrEqual(1 + 1e-15);
				}
				expect(rest.serviceLevel).toBeLessThanOrEqual((1 - abandonment) * (1 + SLACK) + 1e-15);
				// Those who are answered waited less than their patience would have let them.
				expect(rest.asaSeconds!).toBeLessThanOrEqual(averageWaitSeconds / (1 - abandonment) + 1e-9);
			}),
			{ seed: 5, numRuns: 500 }
		);
	});

	it('approaches erlangC() as patience grows', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 500 }),
				fc.double({ min: 0.1, max: 0.9, noNaN: true }),
				(agents, share) => {
					const queue = { loadErlangs: agents * share, agents, ahtSeconds: 240, thresholdSeconds: 20 };
					const limit = erlangC(queue);
					if (limit.status !== 'stable') throw new Error('unstable');
					const a = erlangA({ ...queue, patienceSeconds: 1e9 });
					expect(a.probabilityOfWait).toBeCloseTo(limit.probabilityOfWait, 5);
					expect(a.serviceLevel).toBeCloseTo(limit.serviceLevel, 5);
					const error = (patienceSeconds: number) =>
						Math.abs(erlangA({ ...queue, patienceSeconds }).probabilityOfWait - limit.probabilityOfWait);
					expect(error(1e6)).toBeLessThanOrEqual(error(1e4) + 1e-15);
				}
			),
			{ seed: 6, numRuns: 200 }
		);
	});

	it('answers at the edges: no agents, no load, no threshold, hopeless overload, idle crowds', () => {
		expect(erlangA({ ...input, agents: 0 })).toMatchObject({
			serviceLevel: 0,
			asaSeconds: null,
			occupancy: null
		});
		expect(erlangA({ ...input, agents: 0 }).averageWaitSeconds).toBeCloseTo(120, 10);
		expect(erlangA({ ...input, loadErlangs: 0 })).toMatchObject({ probabilityOfWait: 0, serviceLevel: 1 });
		const none = erlangA({ ...input, thresholdSeconds: 0 });
		expect(none.serviceLevel).toBeCloseTo(1 - none.probabilityOfWait, 14);
		const flooded = erlangA({ ...input, loadErlangs: 1e6, agents: 1, patienceSeconds: 86_400 });
		expect(flooded).toMatchObject({ probabilityOfWait: 1, serviceLevel: 0 });
		expect(flooded.abandonment).toBeCloseTo(1 - 1e-6, 12);
		expect(erlangA({ ...input, agents: 100_000 })).toMatchObject({
			probabilityOfWait: 0,
			abandonment: 0,
			asaSeconds: 0
		});
	});

	it('refuses a patience that is none', () => {
		for (const patienceSeconds of [0, -1, NaN, Infinity])
			expect(() => erlangA({ ...input, patienceSeconds })).toThrow(
				`patienceSeconds "${patienceSeconds}" must be`
			);
	});
});
