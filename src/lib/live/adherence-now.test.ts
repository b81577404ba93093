import { expect, it } from 'vitest';
import { adherenceNow } from './adherence-now.ts';

const shifts = [{ startAt: 100, endAt: 200, breaks: [{ startAt: 150, endAt: 160 }] }];

it.each([
	['available', 100, 'in'],
	['wrap', 199, 'in'],
	['break', 120, 'out'],
	['offline', 120, 'out'],
	['lunch', 150, 'in'],
	['handling', 159, 'out'],
	['handling', 160, 'in'],
	['available', 200, 'free'],
	[null, 120, null]
] as const)('adherenceNow() of %s at %i is %s', (state, now, expected) =>
	expect(adherenceNow(state, shifts, now)).toBe(expected)
);

it('adherenceNow() is unknown without a schedule', () =>
	expect(adherenceNow('available', undefined, 120)).toBeNull());
