import { FIELDS_BY_MEMBER, type RowChange } from '#lib/contracts/live.ts';
import { mergeRows } from './merge-rows.ts';

type Fields = Record<string, unknown>;

/** The rows with their changes put in, and new ones at the end. What did not change keeps its identity, in the row as well. */
export function mergeChanges<Row extends { id: string }>(
	rows: readonly Row[],
	changes: readonly (RowChange<Row> & { id: string })[] | undefined
): readonly Row[] {
	if (!changes || changes.length === 0) return rows;
	const ids = new Set(changes.map(({ id }) => id));
	const known = new Map<string, Row>();
	for (const row of rows) if (ids.has(row.id)) known.set(row.id, row);
	const changed = changes.map((change) => {
		const before = known.get(change.id);
		return before ? merge(before, change) : (change as unknown as Row);
	});
	return mergeRows(rows, changed, (row) => row.id);
}

function merge<Row extends { id: string }>(before: Row, change: RowChange<Row> & { id: string }): Row {
	const row: Fields = { ...before, ...change };
	for (const field of FIELDS_BY_MEMBER)
		if (change[field as keyof typeof change])
			row[field] = {
				...((before as Fields)[field] as Fields),
				...(change[field as keyof typeof change] as Fields)
			};
	return row as Row;
}
