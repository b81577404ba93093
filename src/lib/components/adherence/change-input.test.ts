import { expect, it } from 'vitest';
import { changeSpan, partsFor, timeWithin } from './change-input.ts';

const ZONE = 'Europe/Madrid';
const HOUR = 3_600_000;
/** 22:00 of the Saturday before the clocks go back, to 6:00: nine hours. */
const START = Date.UTC(2026, 9, 24, 20);
const shift = {
	startAt: START,
	endAt: START + 9 * HOUR,
	breaks: [
		{ startAt: START + HOUR, endAt: START + 1.25 * HOUR },
		{ startAt: START + 3 * HOUR, endAt: START + 4 * HOUR, kind: 'training' as const }
	]
};

it('timeWithin() finds the clock on the right day, and the first of two', () => {
	expect(timeWithin('23:00', shift, ZONE)).toBe(START + HOUR);
	expect(timeWithin('02:30', shift, ZONE)).toBe(START + 4.5 * HOUR);
	expect(timeWithin('05:00', shift, ZONE)).toBe(START + 8 * HOUR);
	expect(timeWithin('12:00', shift, ZONE)).toBeNull();
});

it('changeSpan() is the time lost, or the part and where it goes', () => {
	const at = (kind: 'absent' | 'late' | 'leaves' | 'moved' | 'cancelled', time: string) =>
		changeSpan(kind, shift, { time, part: shift.breaks[1]! }, ZONE);
	expect(at('absent', '22:00')).toEqual({ fromAt: START, toAt: shift.endAt, movedTo: null });
	expect(at('late', '23:00')).toEqual({ fromAt: START, toAt: START + HOUR, movedTo: null });
	expect(at('leaves', '05:00')).toMatchObject({ fromAt: START + 8 * HOUR, toAt: shift.endAt });
	expect(at('moved', '23:30')).toMatchObject({ fromAt: START + 3 * HOUR, movedTo: START + 1.5 * HOUR });
	expect(at('cancelled', '')).toMatchObject({ fromAt: START + 3 * HOUR, toAt: START + 4 * HOUR });
	expect(at('late', '22:00')).toBeNull();
	expect(at('late', '')).toBeNull();
});

it('partsFor() lets a break be moved and not cancelled', () => {
	expect(partsFor('moved', shift)).toHaveLength(2);
	expect(partsFor('cancelled', shift)).toEqual([shift.breaks[1]]);
	expect(partsFor('absent', shift)).toEqual([]);
});
