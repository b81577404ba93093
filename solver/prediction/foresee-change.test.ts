import { describe, expect, it } from 'vitest';
import { foreseeChange, withReassigned } from './foresee-change.ts';
import { freeAgent, ofOffered, steadyQueue } from './testing.ts';

const floor = {
	queues: [
		steadyQueue({ id: 'calm', arrivals: new Array<number>(12).fill(8) }),
		steadyQueue({ id: 'burning' }),
		steadyQueue({ id: 'apart', arrivals: new Array<number>(12).fill(4) })
	],
	agents: [
		...Array.from({ length: 9 }, () => freeAgent({ queues: [0] })),
		...Array.from({ length: 7 }, () => freeAgent({ queues: [1] })),
		...Array.from({ length: 5 }, () => freeAgent({ queues: [2] }))
	]
};
const options = { seed: 4, serviceLevel: ofOffered };
const moved = [0, 1, 2].map((agent) => ({ agent, queues: [1] }));

describe('foreseeChange()', () => {
	it('promises what the queue gains that is helped and what the other loses, and nothing of the rest', () => {
		const effects = foreseeChange(floor, moved, 1800, options);
		expect(effects.map(({ queue }) => queue)).toEqual(['calm', 'burning']);
		const [calm, burning] = effects;
		expect(burning!.after!.median).toBeGreaterThan(burning!.before!.median + 0.1);
		expect(burning!.lostAfter).toBeLessThan(burning!.lostBefore);
		expect(calm!.after!.median).toBeLessThan(calm!.before!.median);
		expect(calm!.after!.low).toBeLessThanOrEqual(calm!.after!.median);
	});
	it('foresees the floor as it is where nothing changes', () => {
		expect(foreseeChange(floor, [], 1800, options)).toEqual([]);
		expect(withReassigned(floor, []).agents).toEqual(floor.agents);
	});
	it('refuses an agent who is not there and a time that is no step', () => {
		expect(() => foreseeChange(floor, [{ agent: 99, queues: [0] }], 1800, options)).toThrow('agent "99"');
		expect(() => foreseeChange(floor, moved, 100, options)).toThrow('inSeconds "100"');
	});
});
