import { describe, expect, it } from 'vitest';
import type { QueueRow } from '#lib/contracts/live.ts';
import { ageSeconds } from './age-seconds.ts';
import { oldestWaitSeconds } from './oldest-wait-seconds.ts';
import { replaySpeed } from './replay-speed.ts';
import { waitState } from './wait-state.ts';

describe('ageSeconds()', () => {
	it('counts whole seconds on the source’s clock', () => {
		expect(ageSeconds(10_000, 25_999, 0)).toBe(15);
		expect(ageSeconds(10_000, 1_000_000, -975_000)).toBe(15);
	});

	it('is null for what does not last, and 0 for a source whose clock runs ahead', () => {
		expect(ageSeconds(null, 25_000, 0)).toBeNull();
		expect(ageSeconds(26_000, 25_000, 0)).toBe(0);
	});
});

describe('oldestWaitSeconds()', () => {
	const queue = (oldestEnteredAt: number | null, clockOffsetMs = 0) =>
		({ oldestEnteredAt, clockOffsetMs }) as QueueRow;

	it('compares waits, not instants of different clocks', () => {
		expect(oldestWaitSeconds([queue(90_000), queue(20_000, -70_000), queue(null)], 100_000)).toBe(10);
	});

	it('is null when nobody waits', () => {
		expect(oldestWaitSeconds([queue(null)], 100_000)).toBeNull();
	});
});

describe('replaySpeed()', () => {
	it('is told time over wall time', () => {
		expect(replaySpeed({ wallMs: 0, offsetMs: -1e9 }, { wallMs: 10_000, offsetMs: -1e9 + 590_000 })).toBe(60);
		expect(replaySpeed({ wallMs: 0, offsetMs: -1e9 }, { wallMs: 10_000, offsetMs: -1e9 })).toBe(1);
	});

	it('is null over too short a time and when the replay jumped back', () => {
		expect(replaySpeed({ wallMs: 0, offsetMs: 0 }, { wallMs: 500, offsetMs: 0 })).toBeNull();
		expect(replaySpeed({ wallMs: 0, offsetMs: 0 }, { wallMs: 10_000, offsetMs: -50_000 })).toBeNull();
	});
});

describe('waitState()', () => {
	it('is watch past the threshold and breach past three', () => {
		expect([null, 20, 21, 60, 61].map((wait) => waitState(wait, 20))).toEqual([
			'ok',
			'ok',
			'watch',
			'watch',
			'breach'
		]);
	});
});
