import { expect, it } from 'vitest';
import { roomFor } from './find-offers.ts';

const HOUR = 3_600_000;
/** By hour from 0 on. */
const spans = (...agents: number[]) =>
	agents.map((count, k) => ({ fromAt: k * HOUR, toAt: (k + 1) * HOUR, agents: count }));

it('roomFor() is the first stretch whose people to spare carry the work, never over hours that are short', () => {
	const work = (hours: number) => ({ fromAt: HOUR, workSeconds: hours * 3600 });
	expect(roomFor(spans(9, 0, 2, 2, 2), work(1))).toEqual({ fromAt: 2 * HOUR, toAt: 3 * HOUR });
	expect(roomFor(spans(9, 0, 2, 2, 2), work(2.5))).toEqual({ fromAt: 2 * HOUR, toAt: 4 * HOUR });
	expect(roomFor(spans(0, 1, -3, 1, 1), work(1))).toEqual({ fromAt: 3 * HOUR, toAt: 5 * HOUR });
	expect(roomFor(spans(9, 1, 1), work(2))).toBeNull();
	expect(roomFor([], work(0))).toBeNull();
});
