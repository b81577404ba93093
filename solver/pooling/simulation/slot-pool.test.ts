import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlotPool } from './slot-pool.ts';

describe('SlotPool', () => {
	it('does as a plain list of agents does, whatever is asked of it', () => {
		let steps = 0;
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(2), fc.nat(1000)), { minLength: 20, maxLength: 200, size: 'max' }),
				(actions) => {
					const pool = new SlotPool(6);
					pool.reset(5);
					const load = new Map<number, number>();
					const hand: { agent: number; parts: number }[] = [];
					for (const [kind, value] of actions) {
						steps++;
						if (kind === 0) {
							const wanted = value % 6;
							pool.setOnDuty(wanted);
							expect(pool.onDuty).toBe(wanted);
						} else if (kind === 1) {
							const parts = [1, 2, 3, 6][value % 4]!;
							if (pool.hasRoom(parts)) {
								const agent = pool.take(parts);
								load.set(agent, (load.get(agent) ?? 0) + parts);
								expect(load.get(agent)).toBeLessThanOrEqual(6);
								hand.push({ agent, parts });
							} else {
								// Nobody on duty could have taken it.
								const full = [...load.values()].filter((taken) => taken + parts > 6).length;
								expect(full).toBeGreaterThanOrEqual(pool.onDuty);
							}
						} else if (hand.length > 0) {
							const [{ agent, parts }] = hand.splice(value % hand.length, 1) as [(typeof hand)[number]];
							pool.release(agent, parts);
							load.set(agent, load.get(agent)! - parts);
						}
						const busy = [...load.values()].filter((taken) => taken > 0).length;
						expect(pool.busy).toBe(busy);
						expect(pool.onDuty + pool.leaving).toBeLessThanOrEqual(5);
					}
				}
			),
			{ seed: 11, numRuns: 500 }
		);
		expect(steps).toBeGreaterThan(5000);
	});

	it('spreads contacts over agents before it doubles them up', () => {
		const pool = new SlotPool(3);
		pool.reset(2);
		pool.setOnDuty(2);
		const first = pool.take(1);
		expect(pool.take(1)).not.toBe(first);
		expect(pool.busy).toBe(2);
	});
});
