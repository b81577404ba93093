import { describe, expect, it } from 'vitest';
import type { Comparison } from '#lib/contracts/suggestions.ts';
import { verdict } from './outcome-text.ts';

const compared = (difference: number, low: number, high: number): Comparison => ({
	kind: 'compared',
	followed: { mean: difference, count: 20 },
	other: { mean: 0, count: 20 },
	difference,
	low,
	high
});

describe('verdict()', () => {
	it('sees a difference only where the interval leaves 0 out, and knows which way is better', () => {
		expect(verdict('csat', compared(0.5, 0.1, 0.9))).toBe('better');
		expect(verdict('handleSeconds', compared(60, 10, 110))).toBe('worse');
		expect(verdict('handleSeconds', compared(-60, -110, -10))).toBe('better');
		expect(verdict('cameBack', compared(-0.1, -0.2, -0.01))).toBe('better');
		expect(verdict('csat', compared(0.5, -0.1, 1.1))).toBe('none');
		expect(verdict('csat', compared(0.5, 0, 1.1))).toBe('none');
	});

	it('says so where there are too few', () => {
		const few = { mean: null, count: 0 };
		expect(verdict('csat', { kind: 'too-few', followed: few, other: few })).toBe('too-few');
	});
});
