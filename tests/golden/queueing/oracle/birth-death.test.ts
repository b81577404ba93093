import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA, erlangB, erlangC } from '#solver/queueing/index.ts';
import { birthDeath, birthDeathWithoutAbandonment } from './birth-death.ts';

const SEED = 20_26;
const CASES = 250;
const TOLERANCE = 1e-11;

const times = {
	ahtSeconds: fc.constantFrom(60, 180, 240, 317.5, 600, 1800),
	thresholdSeconds: fc.constantFrom(0, 5, 20, 60, 300)
};
const queues = fc
	.record({
		loadErlangs: fc.oneof(
			fc.double({ min: 0.001, max: 3, noNaN: true }),
			fc.double({ min: 3, max: 60, noNaN: true }),
			fc.double({ min: 60, max: 600, noNaN: true })
		),
		over: fc.double({ min: -4, max: 5, noNaN: true }),
		patienceSeconds: fc.constantFrom(1, 20, 120, 300, 3600),
		...times
	})
	.map(({ over, ...rest }) => ({
		...rest,
		agents: Math.max(1, Math.round(rest.loadErlangs + over * Math.sqrt(rest.loadErlangs)))
	}));

/** Largest relative difference; an answer below the smallest double has to be 0. */
const difference = (got: number, want: number) => (want === 0 ? got : Math.abs(got / want - 1));

describe('birth–death sums of a thousand bits', () => {
	it(`erlangA() and erlangB() agree with them in ${CASES} random queues`, () => {
		let [worst, cases] = [0, 0];
		fc.assert(
			fc.property(queues, (queue) => {
				const got = { ...erlangA(queue), erlangB: erlangB(queue.loadErlangs, queue.agents) };
				for (const [name, want] of Object.entries(birthDeath(queue))) {
					const off = difference(got[name as keyof typeof got]!, want);
					worst = Math.max(worst, off);
					expect(off, `${name}: ${got[name as keyof typeof got]} for ${want}`).toBeLessThan(TOLERANCE);
				}
				cases++;
			}),
			{ seed: SEED, numRuns: CASES }
		);
		console.log(
			`erlangA(): ${cases} random queues (seed ${SEED}), worst relative difference ${worst.toExponential(1)}`
		);
		expect(cases).toBe(CASES);
	});

	it(`erlangC() agrees with them in ${CASES} random queues`, () => {
		let [worst, cases] = [0, 0];
		fc.assert(
			fc.property(queues, ({ patienceSeconds: _, ...queue }) => {
				const agents = Math.max(queue.agents, Math.floor(queue.loadErlangs) + 1);
				const got = erlangC({ ...queue, agents });
				if (got.status === 'unstable') throw new Error(got.explanation);
				for (const [name, want] of Object.entries(birthDeathWithoutAbandonment({ ...queue, agents })))
					worst = Math.max(worst, difference(got[name as 'asaSeconds'], want));
				expect(worst).toBeLessThan(TOLERANCE);
				cases++;
			}),
			{ seed: SEED, numRuns: CASES }
		);
		console.log(
			`erlangC(): ${cases} random queues (seed ${SEED}), worst relative difference ${worst.toExponential(1)}`
		);
		expect(cases).toBe(CASES);
	});

	it('tells a formula that is a little wrong from a right one', () => {
		const queue = {
			loadErlangs: 20,
			agents: 21,
			ahtSeconds: 240,
			patienceSeconds: 120,
			thresholdSeconds: 20
		};
		const right = birthDeath(queue);
		expect(difference(erlangA(queue).serviceLevel, right.serviceLevel)).toBeLessThan(1e-13);
		const shifted = erlangA({ ...queue, patienceSeconds: 120 * (1 + 1e-9) });
		expect(difference(shifted.serviceLevel, right.serviceLevel)).toBeGreaterThan(TOLERANCE);
	});
});
