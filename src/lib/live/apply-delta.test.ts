import { describe, expect, it } from 'vitest';
import type { FloorDelta, FloorSnapshot, QueueRow } from '#lib/contracts/live.ts';
import { applyDelta } from './apply-delta.ts';

const clock = {
	mode: 'live',
	offsetMs: 0,
	wallMs: 1_000,
	dayStartMs: 0,
	lastReceivedAt: 900
} as const;
const queue = (id: string, waiting: number) => ({ id, waiting }) as QueueRow;
const floor = {
	seq: 7,
	epoch: 'a',
	clock,
	site: { waiting: 3 },
	queues: [queue('billing', 1), queue('sales', 2)],
	agents: [],
	sources: [],
	series: {}
} as unknown as FloorSnapshot;
const delta = (seq: number, rest: Partial<FloorDelta> = {}): FloorDelta => ({
	seq,
	epoch: 'a',
	clock,
	...rest
});

describe('applyDelta()', () => {
	it('puts changed rows in their places, new ones at the end, and keeps the others as they are', () => {
		const next = applyDelta(floor, delta(8, { queues: [queue('new', 5), queue('billing', 9)] }))!;
		expect(next.seq).toBe(8);
		expect(next.queues.map(({ id, waiting }) => [id, waiting])).toEqual([
			['billing', 9],
			['sales', 2],
			['new', 5]
		]);
		expect(next.queues[1]).toBe(floor.queues[1]);
		expect(next.site).toBe(floor.site);
	});

	it('ignores what is already known', () => {
		expect(applyDelta(floor, delta(7, { queues: [queue('billing', 9)] }))).toBe(floor);
	});

	it('answers null where one was missed or the server started anew', () => {
		expect(applyDelta(floor, delta(9))).toBeNull();
		expect(applyDelta(floor, { ...delta(8), epoch: 'b' })).toBeNull();
	});
});
