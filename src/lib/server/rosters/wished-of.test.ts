import { expect, it } from 'vitest';
import { isShiftOf, wishedOf } from './wished-of.ts';

const shifts = [
	{ id: 'full 08:00', startMinute: 480 },
	{ id: 'half 08:00', startMinute: 480 },
	{ id: 'full 14:00', startMinute: 840 }
];
/** Monday to Sunday. */
const week = { start: '2026-06-01', days: 7, shifts };

it('a kind of shift is told by when it begins or how long it is', () => {
	expect(shifts.filter((shift) => isShiftOf('early', shift))).toHaveLength(2);
	expect(shifts.filter((shift) => isShiftOf('full', shift))).toHaveLength(2);
	expect(isShiftOf('night', { id: 'x', startMinute: 22 * 60 })).toBe(true);
	expect(isShiftOf('night', { id: 'x', startMinute: 0 })).toBe(true);
});

it('nobody’s wishes cost more than an agent-hour in a week, however many they are', () => {
	const wishes = wishedOf(
		[
			{ about: 'weekday', kind: 'avoid', weekday: 4, points: 5, share: 0.5 },
			{ about: 'shift', kind: 'prefer', shift: 'late', points: 3, share: 0.3 },
			{ about: 'off', date: '2026-06-07', points: 2, share: 0.2 },
			{ about: 'off', date: '2026-07-07', points: 2, share: 0 }
		],
		week
	);
	expect(wishes.filter(({ shift }) => shift === 'work')).toEqual([
		{ day: 4, kind: 'avoid', shift: 'work', weight: 5 }
	]);
	expect(wishes.filter(({ shift }) => shift === 'off')).toEqual([
		{ day: 6, kind: 'prefer', shift: 'off', weight: 2 }
	]);
	// Whoever would rather have late shifts is given an early one on each day: at worst.
	const perDay = wishes.filter(({ shift, day }) => shift === 'full 08:00' && day === 0)[0]!.weight;
	expect(wishes.some(({ shift }) => shift === 'full 14:00')).toBe(false);
	expect(5 + 2 + 7 * perDay).toBeCloseTo(10);
});
