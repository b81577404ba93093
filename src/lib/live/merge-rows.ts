/**
 * The rows with those that changed put in their old places and new ones at the end. What did not change keeps its
 * identity, so that only what changed is drawn again.
 */
export function mergeRows<Row>(
	rows: readonly Row[],
	changed: readonly Row[] | undefined,
	key: (row: Row) => string
): readonly Row[] {
	if (!changed || changed.length === 0) return rows;
	const news = new Map(changed.map((row) => [key(row), row]));
	const merged = rows.map((row) => {
		const next = news.get(key(row));
		if (next) news.delete(key(row));
		return next ?? row;
	});
	return [...merged, ...news.values()];
}
