import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrinkageAt, type ShrinkageItem } from './shrinkage-at.ts';

const leave: ShrinkageItem = { kind: 'leave', share: 0.1 };
const lunch: ShrinkageItem = { kind: 'lunch', share: 0.3, fromMinute: 720, toMinute: 840 };

describe('shrinkageAt()', () => {
	it('multiplies what each kind leaves, and counts a kind by the part of the interval it covers', () => {
		expect(shrinkageAt([], 1, 0, 30)).toBe(0);
		expect(shrinkageAt([leave, lunch], 1, 600, 30)).toBeCloseTo(0.1, 14);
		expect(shrinkageAt([leave, lunch], 1, 720, 30)).toBeCloseTo(1 - 0.9 * 0.7, 14);
		expect(shrinkageAt([leave, lunch], 1, 705, 30)).toBeCloseTo(1 - 0.9 * 0.85, 14);
		expect(shrinkageAt([leave, lunch], 1, 0, 1440)).toBeCloseTo(1 - 0.9 * (1 - (0.3 * 120) / 1440), 14);
	});

	it('keeps to weekdays, also past midnight', () => {
		const night: ShrinkageItem = { kind: 'rest', share: 0.2, weekdays: [6], fromMinute: 1380, toMinute: 60 };
		expect(shrinkageAt([night], 6, 1380, 30)).toBeCloseTo(0.2, 14);
		expect(shrinkageAt([night], 0, 0, 60)).toBeCloseTo(0.2, 14);
		expect(shrinkageAt([night], 0, 30, 60)).toBeCloseTo(0.1, 14);
		expect(shrinkageAt([night], 6, 0, 60)).toBe(0);
		// An interval that begins on Saturday and ends on Sunday, all inside.
		expect(shrinkageAt([night], 6, 1410, 60)).toBeCloseTo(0.2, 14);
	});

	it('takes the largest where items of one kind overlap', () => {
		const monday: ShrinkageItem = { kind: 'leave', share: 0.25, weekdays: [1] };
		expect(shrinkageAt([leave, monday], 1, 600, 30)).toBeCloseTo(0.25, 14);
		expect(shrinkageAt([leave, monday], 2, 600, 30)).toBeCloseTo(0.1, 14);
	});

	it('is what minutes taken one by one come to, when one kind changes at a time', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 1439 }),
				fc.integer({ min: 0, max: 1439 }),
				fc.integer({ min: 0, max: 6 }),
				fc.integer({ min: 0, max: 1439 }),
				fc.constantFrom(5, 15, 30, 60),
				(fromMinute, length, weekday, minute, interval) => {
					const toMinute = (fromMinute + length + 1) % 1440;
					fc.pre(fromMinute !== toMinute);
					const items = [leave, { kind: 'training', share: 0.4, weekdays: [2, 5], fromMinute, toMinute }];
					let sum = 0;
					for (let m = minute; m < minute + interval; m++)
						sum += shrinkageAt(items, (weekday + Math.floor(m / 1440)) % 7, m % 1440, 1);
					expect(shrinkageAt(items, weekday, minute, interval)).toBeCloseTo(sum / interval, 12);
				}
			),
			{ seed: 41, numRuns: 300 }
		);
	});

	it.each([
		[{ share: 30 }, 'items[0].share "30"'],
		[{ share: 1 }, 'below 1'],
		[{ share: 0.1, weekdays: [7] }, 'items[0].weekdays "7"'],
		[{ share: 0.1, fromMinute: -1 }, 'items[0].fromMinute "-1"'],
		[{ share: 0.1, fromMinute: 60, toMinute: 60 }, 'applies at no time']
	] as [Omit<ShrinkageItem, 'kind'>, string][])('refuses %j', (item, words) => {
		expect(() => shrinkageAt([{ kind: 'leave', ...item }], 1, 0, 30)).toThrow(words);
	});
});
