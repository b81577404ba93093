import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '#lib/contracts/live.ts';
import { byTrouble } from './by-trouble.ts';
import { queueTrouble } from './queue-trouble.ts';

const NOW = 1_000_000;
const queue = (over: {
	id?: string;
	level?: number | null;
	offered?: number;
	waiting?: number;
	oldest?: number | null;
	offset?: number;
	ewt?: number | null;
}): QueueRow =>
	({
		id: over.id ?? 'q',
		name: over.id ?? 'q',
		clockOffsetMs: over.offset ?? 0,
		target: { share: 0.8, thresholdSeconds: 20, variant: 'of-offered' },
		waiting: over.waiting ?? 0,
		oldestEnteredAt: over.oldest == null ? null : NOW + (over.offset ?? 0) - over.oldest * 1000,
		ewtSeconds: over.ewt ?? null,
		lastHalfHour: { serviceLevel: over.level === undefined ? 1 : over.level, offered: over.offered ?? 0 }
	}) as QueueRow;

describe('queueTrouble()', () => {
	it('is the gap to target × offered, and the waiting by the spent part of the threshold', () => {
		expect(queueTrouble(queue({ level: 0.5, offered: 40 }), NOW)).toBeCloseTo(12);
		expect(queueTrouble(queue({ waiting: 4, oldest: 10 }), NOW)).toBeCloseTo(2);
		expect(queueTrouble(queue({ waiting: 4, oldest: 300 }), NOW)).toBeCloseTo(4);
		expect(queueTrouble(queue({ waiting: 4, oldest: 1, ewt: 60 }), NOW)).toBeCloseTo(4);
	});

	it('counts what is foreseen to be lost in place of what was, where anything is foreseen', () => {
		const foreseen = (lost30: number) =>
			({ ...queue({ level: 0.5, offered: 40 }), prediction: { lost30 } }) as QueueRow;
		expect(queueTrouble(foreseen(3), NOW)).toBeCloseTo(3);
		expect(queueTrouble(foreseen(0), NOW)).toBe(0);
	});

	it('is nothing for a queue on target, and for one of which nothing is known', () => {
		expect(queueTrouble(queue({ level: 0.95, offered: 900 }), NOW)).toBe(0);
		expect(queueTrouble(queue({ level: null }), NOW)).toBe(0);
	});

	it('counts ages on the clock of the queue’s source', () => {
		const replayed = queue({ waiting: 2, oldest: 10, offset: -900_000_000 });
		expect(queueTrouble(replayed, NOW)).toBeCloseTo(1);
	});

	it('never falls as the service level falls, more wait or they wait longer', () => {
		fc.assert(
			fc.property(
				fc.record({
					level: fc.double({ min: 0, max: 1, noNaN: true }),
					offered: fc.nat(500),
					waiting: fc.nat(80),
					oldest: fc.nat(600)
				}),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.nat(20),
				(base, worse, more) => {
					const before = queueTrouble(queue(base), NOW);
					for (const change of [
						{ level: base.level * worse },
						{ waiting: base.waiting + more },
						{ oldest: base.oldest + more }
					])
						expect(queueTrouble(queue({ ...base, ...change }), NOW)).toBeGreaterThanOrEqual(before);
				}
			),
			{ seed: 7 }
		);
	});
});

describe('byTrouble()', () => {
	it('puts the worst first; among equals the more waiting, then the longer wait, then the name', () => {
		const rows = [
			queue({ id: 'calm' }),
			queue({ id: 'also calm' }),
			queue({ id: 'small gap', level: 0, offered: 2 }),
			queue({ id: 'big gap', level: 0.6, offered: 100 }),
			queue({ id: 'waiting', waiting: 3, oldest: 90 })
		];
		expect(byTrouble(rows, NOW).map(({ id }) => id)).toEqual([
			'big gap',
			'waiting',
			'small gap',
			'also calm',
			'calm'
		]);
	});
});
