import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Sort } from './column.ts';
import { filterRows } from './filter-rows.ts';
import { nextSort } from './next-sort.ts';
import { sortRows } from './sort-rows.ts';

type Row = { name: string; waiting: number | null };
const columns: Column<Row>[] = [
	{ id: 'name', label: 'Name', value: (row) => row.name },
	{
		id: 'waiting',
		label: 'Waiting',
		value: (row) => row.waiting,
		format: (value) => (value === null ? '–' : `${value} waiting`)
	}
];
const rows: Row[] = [
	{ name: 'Ventas 10', waiting: 2 },
	{ name: 'Ñandú', waiting: null },
	{ name: 'Ventas 9', waiting: 11 },
	{ name: 'Atención', waiting: 0 }
];
const names = (sort: Sort | null) => sortRows(rows, columns, sort, 'es').map((row) => row.name);

describe('sortRows()', () => {
	it('sorts text as Spanish does, numbers inside it by size', () => {
		expect(names({ id: 'name', direction: 'asc' })).toEqual(['Atención', 'Ñandú', 'Ventas 9', 'Ventas 10']);
	});
	it('keeps unknown last in both directions', () => {
		expect(names({ id: 'waiting', direction: 'asc' }).at(-1)).toBe('Ñandú');
		expect(names({ id: 'waiting', direction: 'desc' })).toEqual([
			'Ventas 9',
			'Ventas 10',
			'Atención',
			'Ñandú'
		]);
	});
	it('leaves the order alone without a sort or with an unknown column', () => {
		expect(names(null)).toEqual(rows.map((row) => row.name));
		expect(names({ id: 'gone', direction: 'asc' })).toEqual(rows.map((row) => row.name));
	});
	it('is stable and loses nothing', () => {
		const row = fc.record({ name: fc.string(), waiting: fc.option(fc.integer({ min: 0, max: 3 })) });
		fc.assert(
			fc.property(fc.array(row, { minLength: 2 }), fc.constantFrom('asc', 'desc'), (some, direction) => {
				const sorted = sortRows(some, columns, { id: 'waiting', direction }, 'en');
				expect(new Set(sorted)).toEqual(new Set(some));
				for (let index = 1; index < sorted.length; index++) {
					const [before, after] = [sorted[index - 1]!, sorted[index]!];
					if (before.waiting === after.waiting) {
						expect(some.indexOf(before)).toBeLessThan(some.indexOf(after));
					}
				}
			}),
			{ seed: 2_003 }
		);
	});
});

describe('filterRows()', () => {
	it('looks for every word in what is read, accents and case aside', () => {
		expect(filterRows(rows, columns, 'ATENCION').map((row) => row.name)).toEqual(['Atención']);
		expect(filterRows(rows, columns, 'ventas 11').map((row) => row.name)).toEqual(['Ventas 9']);
		expect(filterRows(rows, columns, '  ')).toHaveLength(4);
	});
});

describe('nextSort()', () => {
	it('goes first way, other way, off', () => {
		const first = nextSort(null, 'waiting', 'desc');
		expect(first).toEqual({ id: 'waiting', direction: 'desc' });
		const second = nextSort(first, 'waiting', 'desc');
		expect(second).toEqual({ id: 'waiting', direction: 'asc' });
		expect(nextSort(second, 'waiting', 'desc')).toBeNull();
		expect(nextSort(first, 'name', 'asc')).toEqual({ id: 'name', direction: 'asc' });
	});
});
