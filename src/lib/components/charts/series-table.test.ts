import { expect, it } from 'vitest';
import { seriesTable } from './series-table.ts';

it('seriesTable() joins series by instant and leaves unknown where one has none', () => {
	const table = seriesTable([
		{
			id: 'actual',
			label: 'Actual',
			points: [
				{ at: 2, value: 5 },
				{ at: 1, value: 0 }
			]
		},
		{
			id: 'forecast',
			label: 'Forecast',
			points: [
				{ at: 2, value: 6, low: 4, high: 8 },
				{ at: 3, value: 7 }
			]
		}
	]);
	expect(table.instants).toEqual([1, 2, 3]);
	expect(table.values.map((row) => row.map((cell) => cell.value))).toEqual([
		[0, null],
		[5, 6],
		[null, 7]
	]);
	expect(table.values[1]![1]).toEqual({ value: 6, low: 4, high: 8 });
	expect(table.banded).toEqual([false, true]);
});
