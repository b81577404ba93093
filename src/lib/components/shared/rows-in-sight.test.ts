import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInSight, type Sight } from './rows-in-sight.ts';

const sight = (part: Partial<Sight>): Sight => ({
	rowPx: 32,
	openPx: new Map(),
	fromPx: 0,
	untilPx: 320,
	kept: new Set(),
	...part
});
const indexes = (count: number, part: Partial<Sight>) =>
	rowsInSight(count, sight(part)).places.map(({ index }) => index);

describe('rowsInSight()', () => {
	it('draws the rows that touch the part in sight', () => {
		expect(indexes(200, { fromPx: 64, untilPx: 128 })).toEqual([2, 3]);
		expect(indexes(200, { fromPx: 65, untilPx: 129 })).toEqual([2, 3, 4]);
	});
	it('counts what an open row takes', () => {
		expect(indexes(200, { openPx: new Map([[0, 320]]), fromPx: 352, untilPx: 384 })).toEqual([1]);
	});
	it('keeps a row that must not go away, with the gap before it', () => {
		const { places, skippedAfter } = rowsInSight(200, sight({ untilPx: 64, kept: new Set([150]) }));
		expect(places).toEqual([
			{ index: 0, skipped: 0 },
			{ index: 1, skipped: 0 },
			{ index: 150, skipped: 148 }
		]);
		expect(skippedAfter).toBe(49);
	});
	it('loses no row: drawn and left out are all, in order', () => {
		fc.assert(
			fc.property(
				fc.nat(300),
				fc.integer({ min: -2_000, max: 12_000 }),
				fc.nat(2_000),
				fc.array(fc.nat(299), { maxLength: 5 }),
				(count, fromPx, height, kept) => {
					const part = { fromPx, untilPx: fromPx + height, kept: new Set(kept) };
					const { places, skippedAfter } = rowsInSight(count, sight(part));
					let next = 0;
					for (const { index, skipped } of places) {
						expect(index).toBe(next + skipped);
						next = index + 1;
					}
					expect(next + skippedAfter).toBe(count);
					for (const place of kept)
						if (place < count) expect(places.some(({ index }) => index === place)).toBe(true);
				}
			)
		);
	});
});
