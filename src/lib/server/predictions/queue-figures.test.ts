import { describe, expect, it } from 'vitest';
import type { QueueHabits, Sums } from './habits.ts';
import { handleTime, patience, ringSeconds } from './queue-figures.ts';

const sums = (count: number, seconds: number): Sums => ({
	count,
	ms: count * seconds * 1000,
	log: count * Math.log(seconds),
	logSquare: count * (Math.log(seconds) ** 2 + 0.25)
});
const habits = (over: Partial<QueueHabits>): QueueHabits => ({
	usual: sums(0, 1),
	recent: sums(0, 1),
	wrapMs: 0,
	waitMs: 0,
	abandoned: 0,
	flowedOut: 0,
	rings: 0,
	ringMs: 0,
	...over
});

describe('handleTime()', () => {
	it('is the plan’s, else the channel’s, until contacts tell', () => {
		expect(handleTime(undefined, 'voice', 200)).toMatchObject({ meanSeconds: 200, usualSeconds: null });
		expect(handleTime(undefined, 'chat', null).meanSeconds).toBe(600);
	});

	it('follows the last hour as far as it has contacts', () => {
		const few = habits({ usual: sums(500, 300), recent: sums(5, 400) });
		const many = habits({ usual: sums(500, 300), recent: sums(180, 400) });
		expect(handleTime(few, 'voice', null).meanSeconds).toBeCloseTo(320, 0);
		expect(handleTime(many, 'voice', null).meanSeconds).toBeCloseTo(390, 0);
		expect(handleTime(few, 'voice', null).meanError).toBeGreaterThan(
			handleTime(many, 'voice', null).meanError
		);
	});

	it('reads the spread from the logs: σ = 0.5 is a coefficient of variation of 0.53', () => {
		expect(handleTime(habits({ usual: sums(500, 300) }), 'voice', null).cv).toBeCloseTo(0.533, 2);
	});
});

describe('patience()', () => {
	it('is time in line over those who left, drawn towards what was set', () => {
		const left = habits({ waitMs: 98 * 200_000, abandoned: 49, flowedOut: 49 });
		expect(patience(left, 'voice', 200)).toEqual({ patienceSeconds: 200, abandonShare: 0.5 });
		expect(patience(undefined, 'voice', 90)).toEqual({ patienceSeconds: 90, abandonShare: 1 });
	});

	it('is endless for letters that nobody has left', () => {
		expect(patience(habits({ waitMs: 1e9 }), 'email', null).patienceSeconds).toBeNull();
	});
});

it('takes the fastest answers for what ringing costs, once there are a few', () => {
	expect(ringSeconds(habits({ rings: 5, ringMs: 15_000 }))).toBe(0);
	expect(ringSeconds(habits({ rings: 20, ringMs: 60_000 }))).toBe(3);
});
