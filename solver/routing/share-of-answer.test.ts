import { describe, expect, it } from 'vitest';
import { GIVEN_FROM, shareOfAnswer } from './share-of-answer.ts';

const answer = 'The second charge goes back to your account within three working days.';

describe('shareOfAnswer()', () => {
	it('is 1 for the answer itself, whatever is said around it, its case and accents', () => {
		expect(shareOfAnswer(`Good news, Eva! ${answer.toUpperCase()} Anything else?`, answer)).toBe(1);
		expect(shareOfAnswer('El TECNICO ira manana', 'El técnico irá mañana')).toBe(1);
	});

	it('is high for the same in other words, low for something else, and 0 where there are no words', () => {
		expect(
			shareOfAnswer('Your second charge goes back to the account in three days.', answer)
		).toBeGreaterThan(GIVEN_FROM);
		expect(shareOfAnswer('I am afraid I cannot see your contract.', answer)).toBeLessThan(GIVEN_FROM);
		expect(shareOfAnswer('anything', '…')).toBe(0);
		expect(shareOfAnswer('', answer)).toBe(0);
	});
});
