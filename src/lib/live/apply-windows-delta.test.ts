import { describe, expect, it } from 'vitest';
import type { WindowNumbers, WindowsSnapshot } from '#lib/contracts/live.ts';
import { applyWindowsDelta } from './apply-windows-delta.ts';

const numbers = (offered: number, answered: number) => ({ offered, answered }) as WindowNumbers;
const held = {
	key: '60m',
	seq: 4,
	window: '60m',
	fromMs: 1_000,
	isComplete: true,
	site: numbers(9, 7),
	channels: { voice: numbers(9, 7) },
	queues: { a: { ...numbers(5, 4), fromMs: 1_000 }, b: { ...numbers(4, 3), fromMs: 1_000 } },
	teams: {}
} satisfies WindowsSnapshot;

describe('applyWindowsDelta()', () => {
	it('puts in what changed, takes in what is new, and keeps the rest as it is', () => {
		const next = applyWindowsDelta(held, {
			key: '60m',
			seq: 5,
			site: { offered: 10 },
			queues: { a: { offered: 6 }, c: { ...numbers(1, 0), fromMs: 2_000 } },
			teams: { north: numbers(2, 2) }
		})!;
		expect(next.seq).toBe(5);
		expect(next.site).toEqual(numbers(10, 7));
		expect(next.queues).toEqual({
			a: { offered: 6, answered: 4, fromMs: 1_000 },
			b: held.queues.b,
			c: { offered: 1, answered: 0, fromMs: 2_000 }
		});
		expect(next.queues.b).toBe(held.queues.b);
		expect(next.channels).toBe(held.channels);
		expect(next.teams.north).toEqual(numbers(2, 2));
	});

	it('ignores what is known and what is another window’s; answers null where one was missed', () => {
		expect(applyWindowsDelta(held, { key: '60m', seq: 4, fromMs: 5 })).toBe(held);
		expect(applyWindowsDelta(held, { key: '15m', seq: 5, fromMs: 5 })).toBe(held);
		expect(applyWindowsDelta(held, { key: '60m', seq: 6, fromMs: 5 })).toBeNull();
	});
});
