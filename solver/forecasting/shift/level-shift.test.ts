import { describe, expect, it } from 'vitest';
import { generateSeries } from '../testing/generated-series.ts';
import { SERIES_KINDS } from '../testing/series-kinds.ts';
import { FIRST_DAY } from '../testing/simulated-history.ts';
import { findLevelShifts } from './level-shift.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

function totalsOf(kind: Parameters<typeof generateSeries>[0], seed: number): (number | null)[] {
	const { history } = generateSeries(kind, seed);
	const width = 86_400 / history.intervalSeconds;
	return Array.from({ length: history.dayCount }, (_, d) => {
		if (!history.known.subarray(d * width, (d + 1) * width).includes(1)) return null;
		return history.offered.subarray(d * width, (d + 1) * width).reduce((a, b) => a + b, 0);
	});
}

describe('findLevelShifts()', () => {
	it.each([1.4, 0.65])(
		'finds a step by a factor of %s within two days, and its size to a twelfth',
		(factor) => {
			for (const seed of seeds) {
				const shifts = findLevelShifts(
					FIRST_DAY,
					totalsOf({ days: 200, callsPerDay: 900, shifts: [{ at: 0.8, factor }] }, seed)
				);
				expect(shifts).toHaveLength(1);
				expect(Math.abs(shifts[0]!.day - (FIRST_DAY + 160))).toBeLessThanOrEqual(2);
				expect(Math.abs(Math.log(shifts[0]!.factor / factor))).toBeLessThan(0.08);
			}
		}
	);

	it.each(['growth', 'strong yearly', 'noisy days', 'low volume', 'weekend closed', 'ten weeks'])(
		'sees none in "%s"',
		(name) => {
			for (const seed of seeds)
				expect(findLevelShifts(FIRST_DAY, totalsOf(SERIES_KINDS[name]!, seed))).toEqual([]);
		}
	);

	it('a campaign of three weeks is none', () => {
		const kind = { days: 200, callsPerDay: 900 };
		for (const seed of seeds) {
			const totals = totalsOf({ ...kind, shifts: [{ at: 0.6, factor: 1.6 }, { at: 0.705, factor: 1 / 1.6 }] }, seed); // prettier-ignore
			expect(findLevelShifts(FIRST_DAY, totals)).toEqual([]);
		}
	});
});
