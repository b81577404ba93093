import { expect, it } from 'vitest';
import { markNow, planSegments, type AdherenceTerms } from './index.ts';

const terms: AdherenceTerms = {
	fits: {
		available: ['work'],
		wrap: ['work'],
		handling: ['work'],
		lunch: ['lunch', 'break'],
		break: ['break']
	},
	graceSeconds: { work: 0.005, break: 0.005, lunch: 0, training: 0, meeting: 0 }
};
const segments = planSegments([
	{ startAt: 100, endAt: 200, breaks: [{ startAt: 150, endAt: 160, kind: 'break' }] }
]);

it.each([
	['available', 90, 100, 'in'],
	['wrap', 90, 199, 'in'],
	['break', 118, 120, 'in'],
	['break', 114, 120, 'out'],
	['offline', 0, 105, 'in'],
	['offline', 0, 106, 'out'],
	['lunch', 150, 150, 'in'],
	['handling', 140, 156, 'out'],
	['handling', 140, 160, 'in'],
	['available', 140, 200, 'free'],
	[null, null, 120, null]
] as const)('markNow() of %s since %s at %i is %s', (state, since, now, expected) =>
	expect(markNow(segments, state, since, terms, now)).toBe(expected)
);

it('markNow() is unknown without a schedule', () =>
	expect(markNow(undefined, 'available', 0, terms, 120)).toBeNull());
