import { describe, expect, it } from 'vitest';
import { openTimeZone } from '#lib/server/history/index.ts';
import { weekShape } from './week-shape.ts';

const { offsetMs } = openTimeZone('Europe/Madrid')!;

describe('weekShape()', () => {
	it('means the same local interval of each weekday, over a change of the clocks', () => {
		// Monday 09:00 in Madrid is 08:00 UTC before 29 March 2026 and 07:00 UTC after it.
		const shape = weekShape(
			[
				{ at: Date.parse('2026-03-23T08:00:00Z'), offered: 10 },
				{ at: Date.parse('2026-03-30T07:00:00Z'), offered: 20 },
				{ at: Date.parse('2026-03-24T09:00:00Z'), offered: 7 }
			],
			1800,
			offsetMs
		);
		expect(shape).toEqual({
			weekdays: [1, 2],
			starts: [32_400, 34_200, 36_000],
			values: [
				[15, null, null],
				[null, null, 7]
			]
		});
	});

	it('is empty for nothing', () => {
		expect(weekShape([], 1800, offsetMs)).toEqual({ weekdays: [], starts: [], values: [] });
	});
});
