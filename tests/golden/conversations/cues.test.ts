import { describe, expect, it } from 'vitest';
import { CUE_KINDS, findCues } from '#solver/conversations/index.ts';
import { ENGLISH_CUE_CASES } from './english-cue-cases.ts';
import { SPANISH_CUE_CASES } from './spanish-cue-cases.ts';

describe.each([
	['English', ENGLISH_CUE_CASES],
	['Spanish', SPANISH_CUE_CASES]
] as const)('findCues() in %s', (_, cases) => {
	describe.each(CUE_KINDS)('%s', (kind) => {
		const [yes, no] = [cases[kind].yes.split('\n'), cases[kind].no.split('\n')];

		it('has 25 cases', () => expect(yes.length + no.length).toBeGreaterThanOrEqual(25));

		it.each(yes)('is found in "%s"', (text) => {
			const found = findCues(text).filter((cue) => cue.kind === kind);
			expect(found).not.toEqual([]);
			for (const { start, end, strength } of found) {
				expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
				expect(strength).toBeGreaterThan(0);
				expect(strength).toBeLessThanOrEqual(1);
			}
		});

		it.each(no)('is not found in "%s"', (text) =>
			expect(findCues(text).filter((cue) => cue.kind === kind)).toEqual([])
		);
	});
});
