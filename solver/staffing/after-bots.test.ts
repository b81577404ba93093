import { describe, expect, it } from 'vitest';
import { afterBots } from './after-bots.ts';

describe('afterBots()', () => {
	it.each([
		[200, 0.5, 0.4, 160],
		[200, 0, 1, 200],
		[200, 1, 1, 0],
		[0, 0.3, 0.3, 0]
	])('%d contacts, share %d, containment %d: %d for people', (volume, share, containment, left) => {
		expect(afterBots(volume, { share, containment })).toBeCloseTo(left, 12);
	});

	it('refuses percentages', () => {
		expect(() => afterBots(1, { share: 50, containment: 0.4 })).toThrow('bots.share "50"');
		expect(() => afterBots(1, { share: 0.5, containment: 40 })).toThrow('Maybe 0.4 was meant');
	});
});
