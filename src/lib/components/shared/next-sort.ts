import type { Sort } from './column.ts';

/** What a heading's button does: numbers fall first, text rises first, then the other way, then off. */
export function nextSort(sort: Sort | null, id: string, first: Sort['direction']): Sort | null {
	if (sort?.id !== id) return { id, direction: first };
	if (sort.direction === first) return { id, direction: first === 'asc' ? 'desc' : 'asc' };
	return null;
}
