import { describe, expect, it } from 'vitest';
import { agentChanges, pauseSeconds } from './agent-changes.ts';
import { noHabits } from './habits.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;
const shift = {
	startAt: NOW - 180 * MINUTE,
	endAt: NOW + 50 * MINUTE,
	breaks: [
		{ startAt: NOW + 10 * MINUTE, endAt: NOW + 25 * MINUTE },
		{ startAt: NOW - 120 * MINUTE, endAt: NOW - 80 * MINUTE }
	]
};
const changes = (over: Partial<Parameters<typeof agentChanges>[0]> = {}) =>
	agentChanges({
		state: 'available',
		sinceMs: NOW - 5 * MINUTE,
		isServing: true,
		shifts: [shift],
		habits: noHabits(),
		nowMs: NOW,
		horizonMs: 60 * MINUTE,
		...over
	}).map(({ inSeconds, isServing, reason }) => [Math.round(inSeconds / 60), isServing, reason]);

describe('agentChanges()', () => {
	it('follows the published shift: pauses to come and its end', () => {
		expect(changes()).toEqual([
			[10, false, 'break'],
			[25, true, 'break'],
			[50, false, 'offline']
		]);
	});

	it('calls a long pause lunch', () => {
		const breaks = [{ startAt: NOW + 5 * MINUTE, endAt: NOW + 45 * MINUTE }];
		expect(changes({ shifts: [{ ...shift, breaks }] })).toContainEqual([5, false, 'lunch']);
	});

	it('knows nothing of somebody at work without a published shift', () => {
		expect(changes({ shifts: undefined })).toEqual([]);
	});

	it('lets somebody go soon whose shift is over, and nobody come back from a pause after it', () => {
		const over = (minutes: number) => ({ shifts: [{ ...shift, endAt: NOW - minutes * MINUTE, breaks: [] }] });
		for (const minutes of [0, 4]) expect(changes(over(minutes))).toEqual([[2, false, 'offline']]);
		expect(changes({ ...over(4), state: 'break', isServing: false })).toEqual([]);
		// Long after it they stay of their own accord: nothing is known of when they go.
		expect(changes(over(30))).toEqual([]);
	});

	it('brings somebody back at the planned end of the pause, or its usual length after it began', () => {
		const breaks = [{ startAt: NOW - 5 * MINUTE, endAt: NOW + 12 * MINUTE }];
		const away = { state: 'break' as const, sinceMs: NOW - 3 * MINUTE, isServing: false };
		expect(changes({ ...away, shifts: [{ ...shift, breaks }] })[0]).toEqual([12, true, 'break']);
		expect(changes({ ...away, shifts: undefined })).toEqual([[12, true, 'break']]);
		// Already longer than usual: a while yet.
		expect(changes({ ...away, sinceMs: NOW - 60 * MINUTE, shifts: undefined })).toEqual([[4, true, 'break']]);
	});

	it('sends somebody on a pause that was due a few minutes ago, and takes one due long ago for taken', () => {
		const due = (minutes: number) => ({
			shifts: [
				{ ...shift, breaks: [{ startAt: NOW - minutes * MINUTE, endAt: NOW + (30 - minutes) * MINUTE }] }
			]
		});
		expect(changes(due(4))[0]).toEqual([2, false, 'lunch']);
		expect(changes(due(15))).toEqual([[50, false, 'offline']]);
	});

	it('expects somebody at the start of the shift, a while after it too, and then no more', () => {
		const off = { state: 'offline' as const, isServing: false };
		const at = (minutes: number) => ({
			...off,
			shifts: [{ ...shift, startAt: NOW + minutes * MINUTE, breaks: [] }]
		});
		expect(changes(at(20))[0]).toEqual([20, true, 'offline']);
		expect(changes(at(-5))[0]).toEqual([2, true, 'offline']);
		expect(changes(at(-30))).toEqual([]);
	});

	it('learns how long pauses are', () => {
		const habits = noHabits();
		expect(pauseSeconds(habits, 'lunch')).toBe(2400);
		habits.pauses.lunch = { begun: 30, ended: 27, endedMs: 27 * 30 * MINUTE };
		expect(pauseSeconds(habits, 'lunch')).toBe(1860);
	});
});
