import { describe, expect, it } from 'vitest';
import { nextPart } from './next-part.ts';

const newPx = (was: { fromPx: number; untilPx: number }, is: { fromPx: number; untilPx: number }): number =>
	is.untilPx - is.fromPx - Math.max(0, Math.min(was.untilPx, is.untilPx) - Math.max(was.fromPx, is.fromPx));

describe('the part of a long list that is drawn next', () => {
	const wanted = { from: 2_000, fromPx: 1_680, untilPx: 3_220 };

	it('is all that is wanted where little is new', () => {
		const { fromPx, untilPx } = wanted;
		expect(nextPart({ fromPx: fromPx - 64, untilPx: untilPx - 64 }, wanted)).toEqual({ fromPx, untilPx });
		expect(nextPart({ fromPx: fromPx + 64, untilPx: untilPx + 64 }, wanted)).toEqual({ fromPx, untilPx });
	});

	it('starts with what is in sight after a jump', () => {
		for (const drawn of [
			{ fromPx: 0, untilPx: 900 },
			{ fromPx: 9_000, untilPx: 9_900 }
		])
			expect(nextPart(drawn, wanted)).toEqual({ fromPx: 2_000, untilPx: 2_256 });
	});

	it('reaches what is wanted from anywhere, by small parts, and holds nothing else', () => {
		for (let at = -4_000; at < 8_000; at += 37) {
			let drawn = { fromPx: at, untilPx: at + 1_500 };
			let parts = 0;
			while (drawn.fromPx !== wanted.fromPx || drawn.untilPx !== wanted.untilPx) {
				const next = nextPart(drawn, wanted);
				expect(newPx(drawn, next)).toBeGreaterThan(0);
				expect(newPx(drawn, next)).toBeLessThanOrEqual(256);
				expect(next.fromPx).toBeGreaterThanOrEqual(wanted.fromPx);
				expect(next.untilPx).toBeLessThanOrEqual(wanted.untilPx);
				drawn = next;
				expect(++parts).toBeLessThan(12);
			}
		}
	});
});
