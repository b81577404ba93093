import { describe, expect, it } from 'vitest';
import { erlangA } from '../queueing/index.ts';
import { linked, withReassigned } from './foresee-change.ts';
import { lateAhead } from './late-ahead.ts';
import { freeAgent, steadyFloor, steadyQueue } from './testing.ts';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('lateAhead()', () => {
	it('loses about what Erlang A says: a floor that begins empty less, a level that drifts more', () => {
		const arrivals = new Array<number>(12).fill(40);
		const handle = { meanSeconds: 240, cv: 1, meanError: 0, wrapSeconds: 30, usualSeconds: null };
		const [late] = lateAhead(steadyFloor(32, { arrivals, handle }), { seed: 3, pairs: 60 });
		const queue = {
			loadErlangs: 32,
			agents: 32,
			ahtSeconds: 240,
			patienceSeconds: 180,
			thresholdSeconds: 20
		};
		const steady = 480 * (1 - erlangA(queue).serviceLevel);
		expect(late).toBeLessThan(1.2 * steady);
		expect(late).toBeGreaterThan(0.8 * steady);
	});
	it('goes on from the pairs that were run before', () => {
		const floor = steadyFloor(8);
		const at = (pairs: number, fromPair = 0) => sum(lateAhead(floor, { seed: 3, pairs, fromPair }));
		expect((2 * at(2) + 6 * at(6, 2)) / 8).toBeCloseTo(at(8), 9);
		expect(at(2, 2)).not.toBe(at(2));
	});
	it('meets the same contacts before and after a change that brings queues together', () => {
		const queues = ['a', 'b', 'apart'].map((id) => steadyQueue({ id }));
		const agents = [0, 1, 2].flatMap((q) => Array.from({ length: 8 }, () => freeAgent({ queues: [q] })));
		const floor = linked({ queues, agents }, [0, 1, 2]);
		const before = lateAhead(floor, { seed: 3, pairs: 4 });
		const after = lateAhead(withReassigned(floor, [{ agent: 0, queues: [0, 1] }]), { seed: 3, pairs: 4 });
		expect(after[2]).toBe(before[2]);
		expect(after[1]!).toBeLessThan(before[1]!);
		expect(sum(after)).toBeLessThan(sum(before));
	});
});
