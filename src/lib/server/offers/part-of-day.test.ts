import { expect, it } from 'vitest';
import { partOfDay } from './part-of-day.ts';

const HOUR = 3_600_000;
const DAY = { fromAt: 0, toAt: 24 * HOUR };
const shift = (from: number, to: number) => ({ startAt: from * HOUR, endAt: to * HOUR });
const part = (
	kind: 'overtime' | 'time_off',
	[from, to]: [number, number],
	shifts: readonly { startAt: number; endAt: number }[]
) => {
	const found = partOfDay(kind, { fromAt: from * HOUR, toAt: to * HOUR }, shifts, DAY);
	return found && [found.change, found.fromAt / HOUR, found.toAt / HOUR];
};

it.each([
	['after the shift', [16, 18], [shift(8, 16)], ['extended', 16, 18]],
	['from where the shift ends', [15, 18], [shift(8, 16)], ['extended', 16, 18]],
	['before the shift', [6, 8], [shift(8, 16)], ['earlier', 6, 8]],
	['up to where the shift begins', [6, 9], [shift(8, 16)], ['earlier', 6, 8]],
	['the longer of both sides', [6, 18.5], [shift(8, 16)], ['extended', 16, 18.5]],
	['on a free day', [9, 13], [], ['called', 9, 13]],
	['on a free day after a night that ended', [9, 13], [shift(-2, 6)], ['called', 9, 13]],
	['not apart from the shift of that day', [18, 20], [shift(8, 16)], null],
	['not within the shift', [9, 12], [shift(8, 16)], null],
	[
		'up to the next shift, as the rules will see',
		[16, 24],
		[shift(8, 16), shift(22, 30)],
		['earlier', 16, 22]
	],
	['not for five minutes', [15, 16 + 1 / 12], [shift(8, 16)], null],
	['over midnight, by the shift that began before', [24, 26], [shift(16, 24)], ['extended', 24, 26]]
] as const)('overtime is %s', (_, span, shifts, wanted) => {
	expect(part('overtime', [...span], shifts)).toEqual(wanted);
});

it.each([
	['the end of the shift', [14, 18], [shift(8, 16)], ['leaves', 14, 16]],
	['the start of the shift', [7, 10], [shift(8, 16)], ['late', 8, 10]],
	['all of the shift', [8, 16], [shift(8, 16)], ['absent', 8, 16]],
	['not its middle', [10, 12], [shift(8, 16)], null],
	['nothing without a shift', [10, 12], [], null]
] as const)('time off is %s', (_, span, shifts, wanted) => {
	expect(part('time_off', [...span], shifts)).toEqual(wanted);
});
