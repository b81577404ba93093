/** The rows as the ids say; rows that they don't name come last, in their own order. */
export function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	const named = ids.flatMap((id) => byId.get(id) ?? []);
	const known = new Set(ids);
	return [...named, ...rows.filter(({ id }) => !known.has(id))];
}
