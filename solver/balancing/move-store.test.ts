import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { MOVES_PER_100, mostMoves, SAVED_HOURS, storeAfter } from './move-store.ts';

describe('storeAfter()', () => {
	it('fills at the rate that the floor bears, up to what can be saved, and is emptied by moves', () => {
		expect(storeAfter(0, { onDuty: 100, hours: 0.5, made: 0 })).toEqual({ left: 3, most: 9 });
		expect(storeAfter(8, { onDuty: 100, hours: 1, made: 4 })).toEqual({ left: 5, most: 9 });
		expect(storeAfter(0, { onDuty: 10, hours: 24, made: 0, least: 2 })).toEqual({ left: 2, most: 2 });
	});

	it('owes what was made beyond it, a full store at the most', () => {
		expect(storeAfter(1, { onDuty: 100, hours: 0, made: 40 }).left).toBe(-9);
		expect(storeAfter(-9, { onDuty: 100, hours: 1.5, made: 0 }).left).toBe(0);
	});

	it('keeps the limit over any span, a full store beside it, however the moves fall', () => {
		const random = createRandom(5);
		for (let day = 0; day < 50; day++) {
			const onDuty = 20 + random.below(200);
			const made: number[] = [];
			let left = mostMoves(onDuty);
			const hours = 0.05;
			let last = 0;
			for (let tick = 0; tick < 240; tick++) {
				left = storeAfter(left, { onDuty, hours, made: last }).left;
				last = Math.max(0, random.below(Math.max(1, Math.floor(left) + 1)));
				made.push(last);
			}
			for (const length of [10, 60, 240])
				for (let from = 0; from + length <= made.length; from += 10) {
					const sum = made.slice(from, from + length).reduce((a, b) => a + b, 0);
					const allowed = (onDuty / 100) * MOVES_PER_100 * (length * hours + SAVED_HOURS);
					expect(sum).toBeLessThanOrEqual(allowed + 1e-9);
				}
		}
	});
});
