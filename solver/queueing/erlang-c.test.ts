import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangC, type ErlangCMeasures } from './erlang-c.ts';

const stable = (loadErlangs: number, agents: number, thresholdSeconds = 20): ErlangCMeasures => {
	const result = erlangC({ loadErlangs, agents, ahtSeconds: 240, thresholdSeconds });
	if (result.status !== 'stable') throw new Error(result.explanation);
	return result;
};
const queue = fc
	.tuple(fc.double({ min: 0.01, max: 5000, noNaN: true }), fc.integer({ min: 1, max: 300 }))
	.map(([load, spare]) => ({ load, agents: Math.floor(load) + spare }));

describe('erlangC()', () => {
	it('has the closed forms of M/M/1 and M/M/2', () => {
		expect(stable(0.5, 1).probabilityOfWait).toBeCloseTo(0.5, 15);
		expect(stable(0.5, 1).asaSeconds).toBeCloseTo(240, 12);
		expect(stable(1, 2).probabilityOfWait).toBeCloseTo(1 / 3, 15);
		expect(stable(1, 2, 0).serviceLevel).toBeCloseTo(2 / 3, 15);
	});

	it('says that a load of its agents or more never settles, and how many would', () => {
		const result = erlangC({ loadErlangs: 20, agents: 20, ahtSeconds: 240, thresholdSeconds: 20 });
		expect(result).toMatchObject({ status: 'unstable', agentsNeeded: 21 });
		expect(erlangC({ loadErlangs: 0.2, agents: 0, ahtSeconds: 1, thresholdSeconds: 1 }).status).toBe(
			'unstable'
		);
	});

	it('improves with every agent and with the threshold, and worsens with load', () => {
		fc.assert(
			fc.property(queue, fc.double({ min: 0, max: 600, noNaN: true }), ({ load, agents }, t) => {
				const base = stable(load, agents, t);
				expect(stable(load, agents + 1, t).serviceLevel).toBeGreaterThanOrEqual(base.serviceLevel - 1e-14);
				expect(stable(load, agents + 1, t).asaSeconds).toBeLessThan(base.asaSeconds + 1e-300);
				expect(stable(load, agents, t + 5).serviceLevel).toBeGreaterThanOrEqual(base.serviceLevel - 1e-14);
				expect(stable(load * 0.99, agents, t).serviceLevel).toBeGreaterThanOrEqual(base.serviceLevel - 1e-14);
				expect(base.serviceLevel).toBeLessThanOrEqual(1);
				expect(base.serviceLevel + base.probabilityOfWait).toBeGreaterThanOrEqual(1 - 1e-12);
			}),
			{ seed: 3, numRuns: 300 }
		);
	});

	it('stays a number with far more agents than work', () => {
		expect(stable(1, 100_000)).toMatchObject({ probabilityOfWait: 0, serviceLevel: 1, asaSeconds: 0 });
		expect(stable(0, 3)).toMatchObject({
			probabilityOfWait: 0,
			serviceLevel: 1,
			asaSeconds: 0,
			occupancy: 0
		});
	});

	it('refuses durations out of their domain', () => {
		const input = { loadErlangs: 1, agents: 2, ahtSeconds: 240, thresholdSeconds: 20 };
		expect(() => erlangC({ ...input, ahtSeconds: 0 })).toThrow('ahtSeconds "0" must be');
		expect(() => erlangC({ ...input, thresholdSeconds: -1 })).toThrow('thresholdSeconds "-1" must be');
	});
});
