import { expect, it } from 'vitest';
import { markFor, rulesOn } from './grid-words.ts';

const violations = [
	{ rule: 'minimum-staff', agent: null, day: 1, text: 'a' },
	{ rule: 'minimum-staff', agent: null, day: 1, text: 'b' },
	{ rule: 'minimum-staff', agent: null, day: 2, text: 'c' }
];

it('markFor() tells a rule that all break together on a day from one that has a reason', () => {
	const accepted = new Map([['minimum-staff 1 null', {}]]);
	expect(markFor(violations, 0, accepted)).toBeNull();
	expect(markFor(violations, 1, accepted)).toBe('accepted');
	expect(markFor(violations, 2, accepted)).toBe('broken');
	expect(rulesOn(violations, 1)).toEqual(['minimum staff']);
});
