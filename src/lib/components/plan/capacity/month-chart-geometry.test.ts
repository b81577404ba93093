import { describe, expect, it } from 'vitest';
import { highestOf, monthChartGeometry } from './month-chart-geometry.ts';

const months = [
	{ month: '2026-12', required: 10, available: 12, overtime: 0 },
	{ month: '2027-01', required: 12, available: 8, overtime: 1 },
	{ month: '2027-02', required: 9, available: 8, overtime: 1 }
];
const size = { width: 340, height: 140, margin: { top: 10, right: 20, bottom: 30, left: 20 } };

describe('monthChartGeometry()', () => {
	const drawn = monthChartGeometry(months, size);

	it('draws a column for each month, overtime on it, and what is missing up to the requirement', () => {
		expect(drawn.columns).toHaveLength(3);
		expect(drawn.overtime).toHaveLength(2);
		expect(drawn.shortages).toHaveLength(1);
		const [column, extra, missing] = [drawn.columns[1]!, drawn.overtime[0]!, drawn.shortages[0]!];
		expect(column.y + column.height).toBeCloseTo(110, 9);
		expect(extra.y + extra.height).toBeCloseTo(column.y, 9);
		expect(missing.y + missing.height).toBeCloseTo(extra.y, 9);
		expect(missing.y).toBeCloseTo(drawn.required[1]!.y, 9);
	});

	it('finds the month under a point and stays within the months', () => {
		expect([-50, 25, 160, 330, 900].map(drawn.indexAt)).toEqual([0, 0, 1, 2, 2]);
		expect(drawn.indexAt(drawn.centre(1))).toBe(1);
	});

	it('shares a scale where one is given, and stands for months without people', () => {
		expect(highestOf(months)).toBe(12);
		expect(monthChartGeometry(months, { ...size, yMax: 20 }).y(20)).toBe(10);
		const empty = monthChartGeometry([{ month: '2027-01', required: 0, available: 0, overtime: 0 }], size);
		expect(empty.columns[0]!.height).toBe(0);
	});

	it('names the year at the start and in January', () => {
		expect(drawn.labels.map(({ month, isYear }) => [month, isYear])).toEqual([
			['2026-12', true],
			['2027-01', true],
			['2027-02', false]
		]);
	});
});
