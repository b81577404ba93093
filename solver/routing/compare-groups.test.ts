import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { compareGroups, ENOUGH_TO_COMPARE } from './compare-groups.ts';

const of = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('compareGroups()', () => {
	it('says nothing where either side is small, but tells both means and counts', () => {
		const many = of(50, () => 1);
		const few = of(ENOUGH_TO_COMPARE - 1, () => 0);
		expect(compareGroups(many, few)).toEqual({
			kind: 'too-few',
			followed: { mean: 1, count: 50 },
			other: { mean: 0, count: ENOUGH_TO_COMPARE - 1 }
		});
		expect(compareGroups([], [])).toMatchObject({ followed: { mean: null, count: 0 } });
	});

	it('does not claim certainty where every one of a small group is alike', () => {
		const answer = compareGroups(of(12, () => 1), of(12, () => 0)); // prettier-ignore
		expect(answer).toMatchObject({ kind: 'compared', difference: 1 });
		if (answer.kind === 'compared') expect(answer.high - answer.low).toBeGreaterThan(0.3);
	});

	it.each([
		['shares', 0.8, 0.7],
		['shares near 1', 0.97, 0.9]
	])('covers the true difference of %s in at least 93 of 100 draws', (_, p, q) => {
		const random = createRandom(9);
		let covered = 0;
		const draws = 600;
		for (let i = 0; i < draws; i++) {
			const answer = compareGroups(
				of(60, () => Number(random.uniform() < p)),
				of(40, () => Number(random.uniform() < q))
			);
			if (answer.kind === 'compared' && answer.low <= p - q && p - q <= answer.high) covered++;
		}
		expect(covered / draws).toBeGreaterThan(0.93);
	});

	it('covers the true difference of handle times with unequal spread', () => {
		const random = createRandom(10);
		let covered = 0;
		const draws = 600;
		for (let i = 0; i < draws; i++) {
			const answer = compareGroups(of(30, () => 300 + 90 * random.normal()), of(50, () => 330 + 30 * random.normal())); // prettier-ignore
			if (answer.kind === 'compared' && answer.low <= -30 && -30 <= answer.high) covered++;
		}
		expect(covered / draws).toBeGreaterThan(0.93);
		expect(covered).toBeLessThan(draws);
	});
});
