import { fitBands, sdOf, TESTED_DAYS, type BandModel } from '../bands.ts';
import { blend } from '../blend.ts';
import type { Learned } from '../learn.ts';
import { isFair } from '../learnable.ts';

/** Error variance of a day's total as a function of that total and how far ahead it lies. */
export type DayVariance = (total: number, daysAhead: number) => number;

export const varianceOf =
	(bands: BandModel, growth = bands.growth): DayVariance =>
	(total, daysAhead) =>
		sdOf(
			{
				counting: bands.counting,
				relative: Math.hypot(bands.relative, Math.sqrt(growth * Math.max(0, daysAhead - TESTED_DAYS)))
			},
			total
		) ** 2;

/** Variance of the days' totals that forecasts by interval sum to, from their back-test. */
export function intervalsDayVariance({ test, weights, hindsight }: Learned): DayVariance {
	const days = new Map<string, { day: number; forecast: number; actual: number }>();
	for (const cell of test.cells) {
		if (cell.isSpecial || !isFair(cell, hindsight)) continue;
		const key = `${cell.origin}:${cell.day}`;
		const row = days.get(key) ?? { day: cell.day, forecast: 0, actual: 0 };
		row.forecast += blend(cell.forecasts, weights);
		row.actual += cell.actual;
		days.set(key, row);
	}
	return varianceOf(fitBands([...days.values()]));
}
