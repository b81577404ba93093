import type { Sort } from '#lib/components/shared/column.ts';

/** "waiting.desc" as a sort; anything else is none. */
export function readSort(text: string): Sort | null {
	const [, id, direction] = /^([\w-]+)\.(asc|desc)$/.exec(text) ?? [];
	return id && direction ? { id, direction: direction as Sort['direction'] } : null;
}

export const writeSort = (sort: Sort | null): string => (sort ? `${sort.id}.${sort.direction}` : '');
